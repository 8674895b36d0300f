interface ToastOptions {
  /** Undo, or where it leads. */
  action?: { label: string; onClick: () => void };
  description?: string;
}

const load = () => import('sonner');

/** A passing word in the corner. What must not be missed belongs into the page. Loaded when first needed. */
export const toast = {
  success: (message: string, options?: ToastOptions) =>
    void load().then((sonner) => sonner.toast.success(message, options)),
  error: (message: string, options?: ToastOptions) =>
    void load().then((sonner) => sonner.toast.error(message, options)),
};
