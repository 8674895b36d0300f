import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CodedError, ValidationFailed } from './errors';

export interface UploadedFile {
  /** As the browser called it; for display only. */
  name: string;
  bytes: Buffer;
  /** The other fields of the form. */
  fields: Record<string, string>;
}

const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;

/**
 * The one file of a multipart form, in the field `file`.
 * @throws CodedError when the body is not multipart (415), too large (413), or has no such file (400)
 */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<UploadedFile> {
  if (!request.isMultipart()) {
    throw new CodedError(
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the file as multipart/form-data in the field "file".',
    );
  }
  const form = await readForm(request, maxBytes).catch((error: unknown) => {
    throw formError(error, maxBytes);
  });
  if (!form.file || form.file.bytes.length === 0) {
    throw new ValidationFailed({ file: ['must be a file that is not empty'] });
  }
  return { ...form.file, fields: form.fields };
}

async function readForm(request: FastifyRequest, maxBytes: number) {
  let file: Omit<UploadedFile, 'fields'> | undefined;
  const fields: Record<string, string> = {};
  const limits = { fileSize: maxBytes, files: 1, fields: 10, fieldSize: 10_000 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    const bytes = await part.toBuffer();
    if (part.fieldname === 'file') file = { name: fileName(part.filename), bytes };
  }
  return { file, fields };
}

/** Whatever the parser stumbles over is the form's fault, not ours. */
function formError(error: unknown, maxBytes: number): Error {
  const { code } = error as { code?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') {
    return new CodedError('PAYLOAD_TOO_LARGE', `The file is larger than ${megabytes(maxBytes)}.`);
  }
  if (code === 'FST_FILES_LIMIT') return new ValidationFailed({ file: ['must be one file'] });
  return new ValidationFailed({
    file: ['could not be read; send one file as well-formed multipart/form-data'],
  });
}

const fileName = (name: string) => name.replace(/[\u0000-\u001f\u007f/\\]/g, '').slice(-200) || 'file';

/** The media type guard lets multipart through to such routes only. */
export const TAKES_UPLOAD = 'takesUpload';

/** Documents the multipart body. */
export const ApiUpload = (extra: Record<string, { type: string; description?: string }> = {}) =>
  applyDecorators(
    SetMetadata(TAKES_UPLOAD, true),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' }, ...extra },
      },
    }),
  );
