import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { CodedError } from './errors';
import { TAKES_UPLOAD } from './upload';

/** Forms go to upload routes only; everything else takes JSON, which no foreign page can send unasked. */
@Injectable()
export class MediaTypeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (
      request.isMultipart() &&
      !this.reflector.get<boolean | undefined>(TAKES_UPLOAD, context.getHandler())
    ) {
      throw new CodedError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json.');
    }
    return true;
  }
}
