import type { ComponentProps } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { FieldError } from './field';

/** What a mutation of TanStack Query says of itself. */
interface Action {
  isPending: boolean;
  error: Error | null;
  reset: () => void;
}

interface ConfirmDialogProps extends Pick<
  ComponentProps<typeof Dialog>,
  'title' | 'description' | 'children'
> {
  open?: boolean;
  onClose: () => void;
  action: Action;
  onConfirm: () => void;
  /** What the button does, in the words of the title. */
  confirm: string;
  cancel?: string;
  /** Nothing is lost by it. */
  harmless?: boolean;
}

/** Are you sure? Says why where it was refused, and has forgotten that when it is asked again. */
export function ConfirmDialog({ open = true, onClose, action, onConfirm, ...props }: ConfirmDialogProps) {
  const { title, description, children, confirm, cancel = 'Keep it', harmless = false } = props;
  const close = () => {
    // One that is under way goes on, and says itself how it ends.
    if (!action.isPending) action.reset();
    onClose();
  };
  const hasContent = Boolean(children ?? action.error);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={title}
      description={description}
      footer={
        <>
          <Button data-first variant="secondary" onClick={close}>
            {cancel}
          </Button>
          <Button variant={harmless ? 'primary' : 'danger'} loading={action.isPending} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {hasContent && (
        <div className="flex flex-col gap-3">
          {children}
          {action.error && (
            <div role="alert">
              <FieldError id="confirm-error">{action.error.message}</FieldError>
            </div>
          )}
        </div>
      )}
    </Dialog>
  );
}
