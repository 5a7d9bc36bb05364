/** A dialog over the window: traps the focus, closes with Escape, gives the focus back. */
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import "./modal-dialog.css";

interface ModalDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Of the box, beside its own. */
  readonly className?: string;
  readonly children: ReactNode;
}

export function ModalDialog({ title, onClose, className = "", children }: ModalDialogProps) {
  return (
    <ModalOverlay
      className="modal-overlay"
      isOpen={true}
      isDismissable={true}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={`modal ${className}`}>
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
