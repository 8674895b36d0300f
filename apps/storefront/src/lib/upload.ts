import { ApiError } from './api-error';
import { sendWithSession } from './session-token';

interface UploadOptions {
  method: 'POST' | 'PUT';
  /** The other fields of the multipart form. */
  fields?: Record<string, string>;
  /** Called with the share that has been sent, 0 to 1. */
  onProgress?: (share: number) => void;
}

/** Sends one file in the field `file`, as every upload of the API takes it. Rejects with `ApiError`. */
export async function upload<Answer>(path: string, file: File, options: UploadOptions): Promise<Answer> {
  const response = await sendWithSession((token) => send(path, file, token, options));
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw ApiError.fromResponse(response, body);
  return body as Answer;
}

/** Through XMLHttpRequest, because fetch tells nothing of how far an upload is. */
function send(
  path: string,
  file: File,
  token: string | null,
  { method, fields = {}, onProgress }: UploadOptions,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    // Before the file: the server reads the form as a stream.
    Object.entries(fields).forEach(([name, value]) => form.append(name, value));
    form.append('file', file);

    const request = new XMLHttpRequest();
    request.open(method, path);
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) =>
      lengthComputable && onProgress?.(loaded / total);
    request.onload = () => resolve(toResponse(request));
    request.onerror = () => reject(ApiError.unreachable(request));
    request.send(form);
  });
}

function toResponse(request: XMLHttpRequest): Response {
  const requestId = request.getResponseHeader('x-request-id');
  return new Response(request.responseText || null, {
    status: request.status,
    headers: requestId ? { 'x-request-id': requestId } : {},
  });
}
