/** In a narrow column it goes on in a new line after the @, not in the middle of a word. */
export function EmailAddress({ children }: { children: string }) {
  const at = children.lastIndexOf('@') + 1;
  return (
    <p className="text-sm wrap-anywhere text-muted">
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </p>
  );
}
