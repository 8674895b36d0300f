import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Config } from '../../config/config';
import type { Actor } from '../../platform/access/actor';
import { SessionsService } from './sessions.service';

interface Claims {
  sub: number;
  /** Session. */
  sid: number;
}

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    config: Config,
    private readonly sessions: SessionsService,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: config.jwtSecret,
      algorithms: ['HS256'],
    });
  }

  /** A token is only as good as its session: sign-out and ban end it at once. */
  async validate(claims: Claims): Promise<Actor | false> {
    const actor = Number.isSafeInteger(claims.sid) ? await this.sessions.actor(claims.sid) : null;
    return actor && actor.id === Number(claims.sub) ? actor : false;
  }
}
