import { api, unwrap } from './api';

/** What a PDF is asked for by. */
export interface PaperOf {
  orderId: number;
  part: number;
  /** Of a guest's order. */
  token?: string | null;
}

const params = ({ orderId, part, token }: PaperOf) => ({
  path: { id: orderId },
  query: { part, token: token ?? undefined },
});

// Fetched by script, because a plain link would not carry the sign-in.
export const loadInvoice = (of: PaperOf) =>
  unwrap(api.GET('/api/orders/{id}/invoice.pdf', { params: params(of), parseAs: 'blob' }));

export const loadCreditNotes = (of: PaperOf) =>
  unwrap(api.GET('/api/orders/{id}/credit-notes.pdf', { params: params(of), parseAs: 'blob' }));

export const loadPackingSlip = (of: PaperOf) =>
  unwrap(api.GET('/api/orders/{id}/packing-slip.pdf', { params: params(of), parseAs: 'blob' }));
