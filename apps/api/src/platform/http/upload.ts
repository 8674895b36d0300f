import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { MultipartFile } from '@fastify/multipart';
import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ApiUnavailable } from './api-errors';
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
  const { kept, ...others } = await receiveUpload(request, maxBytes, buffer);
  return { ...others, bytes: kept };
}

/** The same for what is too large for memory. @param keep reads the stream to its end, which fails for a bad file */
export async function receiveUpload<Kept>(
  request: FastifyRequest,
  maxBytes: number,
  keep: (bytes: Readable) => Promise<Kept>,
): Promise<Omit<UploadedFile, 'bytes'> & { kept: Kept }> {
  if (!request.isMultipart()) {
    throw new CodedError(
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the file as multipart/form-data in the field "file".',
    );
  }
  const form = await readForm(request, maxBytes, keep).catch((error: unknown) => {
    throw formError(error, maxBytes);
  });
  if (!form.file || form.file.size === 0) {
    throw new ValidationFailed({ file: ['must be a file that is not empty'] });
  }
  return { name: form.file.name, kept: form.file.kept, fields: form.fields };
}

async function readForm<Kept>(
  request: FastifyRequest,
  maxBytes: number,
  keep: (bytes: Readable) => Promise<Kept>,
) {
  let file: { name: string; kept: Kept; size: number } | undefined;
  const fields: Record<string, string> = {};
  const limits = { fileSize: maxBytes, files: 1, fields: 10, fieldSize: 10_000 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
    } else if (part.fieldname === 'file') {
      const kept = await keep(Readable.from(whole(part.file, maxBytes)));
      file = { name: fileName(part.filename), kept, size: part.file.bytesRead };
    } else {
      part.file.resume();
    }
  }
  return { file, fields };
}

/** The parser ends a file that is too large as if it were all of it. */
async function* whole(file: MultipartFile['file'], maxBytes: number) {
  yield* file;
  if (file.truncated) throw tooLarge(maxBytes);
}

/** Whatever the parser stumbles over is the form's fault; what the system refuses, such as a full disk, is ours. */
function formError(error: unknown, maxBytes: number): Error {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof CodedError || syscall) return error as Error;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(maxBytes);
  if (code === 'FST_FILES_LIMIT') return new ValidationFailed({ file: ['must be one file'] });
  return new ValidationFailed({
    file: ['could not be read; send one file as well-formed multipart/form-data'],
  });
}

const tooLarge = (maxBytes: number) =>
  new CodedError('PAYLOAD_TOO_LARGE', `The file is larger than ${megabytes(maxBytes)}.`);

/** Without what cannot be seen, which can make `exe.pdf` of `fdp.exe`, and without halves of characters. */
const fileName = (name: string) =>
  name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, '')
    .slice(-200)
    .replace(/\p{Cs}/gu, '') || 'file';

/** The media type guard lets multipart through to such routes only. */
export const TAKES_UPLOAD = 'takesUpload';

/** Documents the multipart body. */
export const ApiUpload = (extra: Record<string, { type: string; description?: string }> = {}) =>
  applyDecorators(
    SetMetadata(TAKES_UPLOAD, true),
    ApiUnavailable(),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' }, ...extra },
      },
    }),
  );
