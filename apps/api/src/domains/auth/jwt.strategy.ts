import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Config } from '../../config/config';
import type { Actor } from '../../platform/access/actor';
import { ApiKeysService } from './api-keys.service';
import { SessionsService } from './sessions.service';

interface Claims {
  sub: number;
  /** Session. */
  sid: number;
}

const API_KEY = /^Bearer (sk_[\w-]{43})$/i;

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    config: Config,
    private readonly sessions: SessionsService,
    private readonly keys: ApiKeysService,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // a text would be tried as a public key first, every time; the types do not know that keys are taken too
      secretOrKey: createSecretKey(config.jwtSecret, 'utf8') as unknown as Buffer,
      algorithms: ['HS256'],
    });
  }

  /** The header carries a token or an API key. */
  override authenticate(...[request, options]: Parameters<Strategy['authenticate']>): void {
    const key = API_KEY.exec(request.headers.authorization ?? '')?.[1];
    if (key === undefined) return super.authenticate(request, options);
    this.keys.actor(key).then(
      (actor) => (actor ? this.success(actor) : this.fail(401)),
      (error) => this.error(error),
    );
  }

  /** A token is only as good as its session: sign-out and ban end it at once. */
  async validate(claims: Claims): Promise<Actor | false> {
    const actor = Number.isSafeInteger(claims.sid) ? await this.sessions.actor(claims.sid) : null;
    return actor && actor.id === Number(claims.sub) ? actor : false;
  }
}
