/** RFC 6266: in ASCII for the oldest, in RFC 5987's encoding for all others. */
export function attachment(name: string): string {
  const plain = name.replace(/[^ -~]|["%\\]/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
