import type { UsersService } from '../users/users.service';
import { Actors } from './actors';

const account = {
  user: { id: 7, username: 'mara', email: 'mara@example.com', isStaff: false, isActive: true },
  profile: { userType: 'buyer' },
};
const live = { userId: 7, sessionId: 1, scopes: null };

function newActors() {
  return new Actors({ account: () => Promise.resolve(account) } as unknown as UsersService);
}

it('asks once in five seconds', async () => {
  const actors = newActors();
  const load = jest.fn(() => Promise.resolve(live));
  await actors.find('session 1', load);
  await actors.find('session 1', load);
  expect(load).toHaveBeenCalledTimes(1);
});

it('remembers nothing that was read before an end which came meanwhile', async () => {
  const actors = newActors();
  await actors.find('session 1', () => {
    actors.forget('session 1');
    return Promise.resolve(live);
  });
  expect(await actors.find('session 1', () => Promise.resolve(null))).toBeNull();
});

it('remembers no refusal, which made-up credentials would fill it with', async () => {
  const actors = newActors();
  expect(await actors.find('key 1', () => Promise.resolve(null))).toBeNull();
  expect(await actors.find('key 1', () => Promise.resolve(live))).toMatchObject({ id: 7 });
});
