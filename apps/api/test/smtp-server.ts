import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface SmtpServer {
  url: string;
  /** Messages as they came, headers and body. */
  received: { from: string; to: string; message: string }[];
  /** Answers "try again later" to the next message. */
  refuseNext(): void;
  close(): Promise<void>;
}

/** Speaks as much of SMTP (RFC 5321) on loopback as it takes to receive mails. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: SmtpServer['received'] = [];
  let isRefusing = false;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    const say = (line: string) => socket.write(`${line}\r\n`);
    let from = '';
    let to = '';
    let lines: string[] | undefined;
    say('220 loopback ESMTP');
    createInterface({ input: socket }).on('line', (line) => {
      if (lines && line === '.') {
        if (!isRefusing) received.push({ from, to, message: lines.join('\r\n') });
        say(isRefusing ? '451 Try again later' : '250 Taken');
        isRefusing = false;
        lines = undefined;
      } else if (lines) lines.push(line.replace(/^\./, ''));
      else if (/^EHLO/i.test(line)) say('250 loopback');
      else if (/^MAIL FROM/i.test(line)) say(((from = addressIn(line)), '250 OK'));
      else if (/^RCPT TO/i.test(line)) say(((to = addressIn(line)), '250 OK'));
      else if (/^DATA/i.test(line)) say(((lines = []), '354 Go on'));
      else if (/^QUIT/i.test(line)) socket.end('221 Bye\r\n');
      else say('502 What?');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refuseNext: () => (isRefusing = true),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const addressIn = (line: string) => /<(.*)>/.exec(line)?.[1] ?? '';
