/** A grade in small: "B2", in words on pointing at it and for screen readers. Nothing where none was given. */
import { type Grade, gradeCode, gradeInWords, isGradedLow } from "./grade-words.ts";
import "./grade-mark.css";

export function GradeMark(grade: Grade) {
  const code = gradeCode(grade);
  if (code === "") return null;
  return (
    <span className="grade-mark" title={gradeInWords(grade)} data-low={isGradedLow(grade) ? "" : undefined}>
      <span aria-hidden="true">{code}</span>
      <span className="visually-hidden">
        Graded {code}. {gradeInWords(grade)}
      </span>
    </span>
  );
}
