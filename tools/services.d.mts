interface Service {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export function startRedis(wantedPort?: number): Promise<Service | null>;
