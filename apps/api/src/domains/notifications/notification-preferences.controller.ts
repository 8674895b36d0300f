import { Body, Controller, Get, Put } from '@nestjs/common';
import { NotificationPreferencesDto, NotificationPreferencesInput } from '@souk/contracts/notifications.dto';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { InPerson } from '../../platform/access/scopes';
import { NotificationPreferences } from './notification-preferences';

@Controller('notifications/preferences')
@Allow('user')
@InPerson()
export class NotificationPreferencesController {
  constructor(private readonly preferences: NotificationPreferences) {}

  /** How the caller is told of each kind of news that concerns them. */
  @Get()
  async read(@CurrentActor() { id, userType }: Actor): Promise<NotificationPreferencesDto> {
    return { items: await this.preferences.of(id, userType) };
  }

  /** Replaces what the caller has chosen. Mails that belong to a sale or to the account cannot be switched off. */
  @Put()
  async replace(
    @Body() { items }: NotificationPreferencesInput,
    @CurrentActor() { id, userType }: Actor,
  ): Promise<NotificationPreferencesDto> {
    await this.preferences.replace(id, userType, items);
    return { items: await this.preferences.of(id, userType) };
  }
}
