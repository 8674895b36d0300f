const ADDRESS = /([^\s<>"'(),:;@])[^\s<>"'(),:;@]*@([^\s<>"'(),:;@]+)/g;

/** `jo@example.com` → `j…@example.com`, wherever an address stands in a text. */
export const masked = (text: string): string => text.replace(ADDRESS, '$1…@$2');
