import { createSecretKey } from 'node:crypto';
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { Config } from '../../config/config';
import { LimitsModule } from '../../platform/limits/limits.module';
import { UsersModule } from '../users/users.module';
import { AccountNotices } from './account-notices';
import { AccountTokens } from './account-tokens';
import { Actors } from './actors';
import { ApiKeysController } from './api-keys.controller';
import { ApiKeysService } from './api-keys.service';
import { AuthController } from './auth.controller';
import { AuthOwnData } from './auth.own-data';
import { AuthService } from './auth.service';
import { JwtStrategy } from './jwt.strategy';
import { LoginNames } from './login-names';
import { OwnDataController } from './own-data.controller';
import { OwnDataService } from './own-data.service';
import { Reauthentication } from './reauthentication';
import { RecoveryMails } from './recovery-mails';
import { RecoveryController } from './recovery.controller';
import { RecoveryService } from './recovery.service';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { SignIns } from './sign-ins';

@Module({
  imports: [
    UsersModule,
    LimitsModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        secret: createSecretKey(config.jwtSecret, 'utf8'),
        signOptions: { algorithm: 'HS256' },
      }),
    }),
  ],
  controllers: [AuthController, SessionsController, ApiKeysController, RecoveryController, OwnDataController],
  providers: [
    AuthService,
    Actors,
    SessionsService,
    ApiKeysService,
    JwtStrategy,
    SignIns,
    LoginNames,
    AccountTokens,
    RecoveryService,
    RecoveryMails,
    AccountNotices,
    Reauthentication,
    OwnDataService,
    AuthOwnData,
  ],
  exports: [AuthService, SessionsService, SignIns, Reauthentication],
})
export class AuthModule {}
