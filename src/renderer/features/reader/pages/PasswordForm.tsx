/** Asks for the password of a PDF, to draw its pages. It is kept while the window is open, and nowhere else. */
import { type FormEvent, useRef } from "react";

interface PasswordFormProps {
  readonly wasWrong: boolean;
  readonly onAnswer: (password: string) => void;
}

export function PasswordForm({ wasWrong, onAnswer }: PasswordFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (field.current?.value) onAnswer(field.current.value);
  };
  return (
    <form className="pages-password" onSubmit={submit}>
      <p>This PDF is protected. Its pages need the password.</p>
      <div className="pages-password-row">
        <input
          ref={field}
          className="field"
          type="password"
          aria-label="Password"
          autoComplete="off"
          aria-invalid={wasWrong}
          aria-describedby={wasWrong ? "pages-password-wrong" : undefined}
        />
        <button type="submit" className="button">
          Show pages
        </button>
      </div>
      {wasWrong && (
        <p id="pages-password-wrong" className="field-problem" role="alert">
          That is not the password of this file.
        </p>
      )}
      <p className="pages-password-note">It is kept while this window is open, and stored nowhere.</p>
    </form>
  );
}
