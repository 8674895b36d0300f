import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../config/config';
import { SocialNetwork } from './social-network';

/** Stands in where there are no credentials for X. */
@Injectable()
export class LogNetwork extends SocialNetwork implements OnApplicationBootstrap {
  private readonly logger = new Logger('Social');

  constructor(private readonly config: Config) {
    super();
  }

  onApplicationBootstrap(): void {
    if (this.config.social.network === 'log')
      this.logger.warn('No credentials for X (X_APP_KEY and others): announcements go to the log only.');
  }

  async post(text: string): Promise<null> {
    this.logger.log(`Not posted: ${text}`);
    return null;
  }

  async find(): Promise<null> {
    return null;
  }

  async delete(): Promise<void> {}
}
