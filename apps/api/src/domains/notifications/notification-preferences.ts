import { Injectable } from '@nestjs/common';
import {
  NOTIFICATION_KINDS,
  notificationRule,
  type NotificationAudience,
  type NotificationChannel,
  type NotificationKind,
  type UserType,
} from '@souk/contracts';
import type {
  NotificationPreferenceDto,
  NotificationPreferenceInput,
} from '@souk/contracts/notifications.dto';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { ValidationFailed, type FieldProblems } from '../../platform/http/errors';
import { UsersService } from '../users/users.service';
import { NotificationPreference } from './notification-preference.entity';

type About = Pick<NotificationPreference, 'userId' | 'kind'>;
type Choice = Pick<NotificationPreference, 'kind' | 'channel' | 'wanted'>;

/** Who wants to be told of what, and how. Only what differs from the rules of `NOTIFICATIONS` is stored. */
@Injectable()
export class NotificationPreferences {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  async wants(userId: number, kind: NotificationKind, channel: NotificationChannel): Promise<boolean> {
    return (await this.wanting([userId], kind, channel)).has(userId);
  }

  /** Those of the users who do. */
  async wanting(
    userIds: number[],
    kind: NotificationKind,
    channel: NotificationChannel,
  ): Promise<Set<number>> {
    const wanted = await this.wanted(
      userIds.map((userId) => ({ userId, kind })),
      channel,
    );
    return new Set(wanted.map(({ userId }) => userId));
  }

  /** What of it its users want to hear. */
  async wanted<News extends About>(news: News[], channel: NotificationChannel): Promise<News[]> {
    const isOpen = ({ kind }: News) => typeof notificationRule(kind)[channel] === 'boolean';
    const open = news.filter(isOpen);
    const choices =
      open.length === 0
        ? []
        : await this.preferences.findBy({
            userId: In(open.map(({ userId }) => userId)),
            kind: In(open.map(({ kind }) => kind)),
            channel,
          });
    return news.filter(({ userId, kind }) => {
      const choice = choices.find((one) => one.userId === userId && one.kind === kind);
      return choice?.wanted ?? Boolean(notificationRule(kind)[channel]);
    });
  }

  /** The kinds that concern users of this type, in their order. */
  async of(userId: number, userType: UserType): Promise<NotificationPreferenceDto[]> {
    const chosen = await this.preferences.findBy({ userId });
    const wanted = (kind: NotificationKind, channel: NotificationChannel, rule: boolean) =>
      chosen.find((choice) => choice.kind === kind && choice.channel === channel)?.wanted ?? rule;
    return kindsFor(userType).map((kind) => {
      const { audience, inApp, email } = notificationRule(kind);
      const emailRequired = email === 'required';
      return {
        kind,
        audience,
        inApp: wanted(kind, 'inApp', inApp),
        email: typeof email === 'boolean' ? wanted(kind, 'email', email) : emailRequired || null,
        emailRequired,
      };
    });
  }

  /** In place of all that was chosen before. @throws ValidationFailed */
  async replace(userId: number, userType: UserType, items: NotificationPreferenceInput[]): Promise<void> {
    refuseImpossible(userType, items);
    const choices = items.flatMap(differences).map((choice) => ({ ...choice, userId }));
    await this.database.run(async () => {
      await this.users.lock(userId);
      await this.preferences.delete({ userId });
      if (choices.length > 0) await this.preferences.insert(choices);
    });
  }

  /** From a mail's link. */
  async unsubscribe(userId: number, kind: NotificationKind): Promise<void> {
    const rule = notificationRule(kind).email;
    if (typeof rule !== 'boolean') throw new Error(`Mails of ${kind} cannot be switched off.`);
    await this.database.run(async () => {
      await this.users.lock(userId);
      await this.preferences.delete({ userId, kind, channel: 'email' });
      if (rule) await this.preferences.insert({ userId, kind, channel: 'email', wanted: false });
    });
  }

  async removeAll(userId: number): Promise<void> {
    await this.preferences.delete({ userId });
  }

  private get preferences() {
    return this.database.repository(NotificationPreference);
  }
}

const audiencesOf = (userType: UserType): readonly NotificationAudience[] =>
  userType === 'vendor' ? ['buyer', 'vendor'] : ['buyer'];

const kindsFor = (userType: UserType) =>
  NOTIFICATION_KINDS.filter((kind) => audiencesOf(userType).includes(notificationRule(kind).audience));

function refuseImpossible(userType: UserType, items: NotificationPreferenceInput[]): void {
  const problems: FieldProblems = {};
  for (const [index, { kind, email }] of items.entries()) {
    const rule = notificationRule(kind);
    if (!audiencesOf(userType).includes(rule.audience))
      problems[`items.${index}.kind`] = ['is for vendors; leave it out'];
    else if (email !== undefined && rule.email === null)
      problems[`items.${index}.email`] = ['cannot be chosen: no mail is written; leave it out'];
    else if (email === false && rule.email === 'required')
      problems[`items.${index}.email`] = ['cannot be switched off: it belongs to a sale or to the account'];
  }
  if (Object.keys(problems).length > 0) throw new ValidationFailed(problems);
}

function differences({ kind, ...wishes }: NotificationPreferenceInput): Choice[] {
  const rules = notificationRule(kind);
  return (['inApp', 'email'] as const).flatMap((channel) => {
    const [wanted, rule] = [wishes[channel], rules[channel]];
    return typeof rule === 'boolean' && wanted === !rule ? [{ kind, channel, wanted }] : [];
  });
}
