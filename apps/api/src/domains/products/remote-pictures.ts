import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import { HostNotFound, HostNotPublic, PublicFetch } from '../../platform/network/public-fetch';

const TIMEOUT_MS = 10_000;
const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MEGABYTES = LIMITS.imageUpload.bytes / 1024 / 1024;

/** The message completes "The picture …" for the vendor. */
export class PictureUnavailable extends Error {
  constructor(
    message: string,
    /** The host as a whole does not answer; its other pictures would fare no better. */
    readonly isHostDown = false,
  ) {
    super(message);
  }
}

/** Fetches pictures by addresses that vendors write, so it never reaches into the network around the server. */
@Injectable()
export class RemotePictures {
  constructor(private readonly publicly: PublicFetch) {}

  /** At most 10 MB within 10 seconds; whether it is a picture is for others to judge. @throws PictureUnavailable */
  async fetch(address: string): Promise<Buffer> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      return await this.follow(parseUrl(address), signal);
    } catch (error) {
      if (error instanceof PictureUnavailable) throw error;
      if (signal.aborted) {
        throw new PictureUnavailable(`did not arrive within ${TIMEOUT_MS / 1000} seconds`, true);
      }
      throw new PictureUnavailable('could not be fetched: the connection to its host failed', true);
    }
  }

  private async follow(url: URL, signal: AbortSignal, redirects = 0): Promise<Buffer> {
    const response = await this.open(url, signal);
    const { statusCode = 0, headers } = response;
    if (REDIRECTS.has(statusCode) && headers.location) {
      response.destroy();
      if (redirects === MAX_REDIRECTS) throw new PictureUnavailable('is redirected too often');
      return this.follow(parseUrl(headers.location, url), signal, redirects + 1);
    }
    if (statusCode !== 200) {
      response.destroy();
      const isHostDown = statusCode === 429 || statusCode >= 500;
      throw new PictureUnavailable(`could not be fetched: its host answered ${statusCode}`, isHostDown);
    }
    return readBody(response);
  }

  private async open(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    try {
      return await this.publicly.open(url, { signal, headers: { accept: 'image/*' } });
    } catch (error) {
      if (error instanceof HostNotFound)
        throw new PictureUnavailable('could not be fetched: its host was not found', true);
      if (error instanceof HostNotPublic)
        throw new PictureUnavailable('could not be fetched: its host is not on the public internet', true);
      throw error;
    }
  }
}

function parseUrl(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new PictureUnavailable('has no address that begins with https:// or http://');
}

async function readBody(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMITS.imageUpload.bytes) throw new PictureUnavailable(`is larger than ${MEGABYTES} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
