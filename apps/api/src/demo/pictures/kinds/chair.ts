import { drawBackdrop, toneFor } from '../backdrop';
import { ellipse, type Path, type Point } from '../geometry';
import { assemble, type Camera, type Part, project, slab, type Spot, stick } from '../joinery';
import { MATT } from '../light';
import { cast, contact, dropped, type Shadow } from '../shadow';
import type { Shot } from '../shot';
import { finishOf, type Joiner, joiner, seatColour, timber } from './joiner';

/** Rounded trapezium, wider in front. */
const seatPlan = (front: number, back: number, deep: number): readonly (readonly [number, number])[] =>
  ellipse(0, 0, 1, 1, 0, 60).map(([c, s]) => {
    const [x, z] = [Math.sign(c) * Math.abs(c) ** 0.34, Math.sign(s) * Math.abs(s) ** 0.34];
    const half = back + ((front - back) * (z + 1)) / 2;
    return [x * half, (z * deep) / 2] as const;
  });

/** Furniture, and where it touches the floor (x and z). */
interface Built {
  readonly parts: readonly Part[];
  readonly feet: readonly (readonly [number, number])[];
}

function chair(j: Joiner, form: number, camera: Camera): Built {
  const leg = (x: number, z: number, spread: number): Part =>
    stick(
      camera,
      {
        spots: [
          [x, 0.45, z],
          [x * (1 + spread * 0.6), 0.2, z * (1 + spread * 0.6)],
          [x * (1 + spread), 0, z * (1 + spread)],
        ],
        radius: (t) => 0.021 - 0.007 * Math.abs(t - 0.25),
      },
      timber(j, 5 + x + z),
      finishOf(j),
    );
  const parts: Part[] = [];
  const legs: readonly (readonly [number, number])[] = [
    [-0.19, 0.19],
    [0.19, 0.19],
    [-0.165, -0.18],
    [0.165, -0.18],
  ];
  const spread = form % 4 === 0 ? 0.2 : 0.07;
  const feet = legs.map(([x, z]) => [x * (1 + spread), z * (1 + spread)] as const);
  for (const [x, z] of legs) parts.push(leg(x, z, spread));
  const rail = (a: Spot, b: Spot, r = 0.012): void => {
    parts.push(
      stick(
        camera,
        { spots: [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2], b], radius: r },
        timber(j, 11),
        finishOf(j),
      ),
    );
  };
  rail([-0.19, 0.2, 0.2], [-0.17, 0.2, -0.19]);
  rail([0.19, 0.2, 0.2], [0.17, 0.2, -0.19]);
  rail([-0.19, 0.2, 0], [0.19, 0.2, 0]);
  const padded = j.seat === 'upholstered';
  parts.push(
    slab(
      camera,
      seatPlan(0.235, 0.2, 0.44),
      padded ? 0.485 : 0.47,
      padded ? 0.055 : 0.036,
      padded ? MATT : finishOf(j),
      seatColour(j),
      padded ? -0.32 : 0.16,
    ),
  );
  const lean = (h: number): number => -0.2 - h * 0.16;
  if (form % 4 === 0) {
    const bow = Array.from({ length: 25 }, (_, i): Spot => {
      const a = Math.PI * (i / 24);
      const h = Math.sin(a) ** 0.72 * 0.46;
      return [-Math.cos(a) * 0.2 * (1 + 0.12 * Math.sin(a)), 0.46 + h, lean(h)];
    });
    parts.push(stick(camera, { spots: bow, radius: 0.015 }, timber(j, 21), finishOf(j)));
    for (let k = -3; k <= 3; k++) {
      const h = Math.sqrt(1 - (k / 4.1) ** 2) * 0.455;
      parts.push(
        stick(
          camera,
          {
            spots: [
              [k * 0.045, 0.46, -0.19],
              [k * 0.052, 0.46 + h * 0.5, lean(h * 0.5)],
              [k * 0.055, 0.46 + h, lean(h)],
            ],
            radius: (t) => 0.0075 + 0.003 * Math.sin(Math.PI * t),
          },
          timber(j, 30 + k),
          finishOf(j),
        ),
      );
    }
    return { parts, feet };
  }
  for (const s of [-1, 1])
    parts.push(
      stick(
        camera,
        {
          spots: [
            [s * 0.165, 0.4, -0.185],
            [s * 0.17, 0.68, lean(0.25)],
            [s * 0.165, 0.93, lean(0.48)],
          ],
          radius: (t) => 0.0185 - 0.006 * t,
        },
        timber(j, 24 + s),
        finishOf(j),
      ),
    );
  const slats = form % 4 === 1 ? [0.6, 0.72, 0.84] : form % 4 === 2 ? [0.83] : [0.66, 0.88];
  for (const h of slats) {
    const spots = [-1, -0.5, 0, 0.5, 1].map((t): Spot => [
      t * 0.165,
      h + 0.012 * (1 - t * t),
      lean(h - 0.45) - 0.035 * (1 - t * t),
    ]);
    parts.push(
      stick(
        camera,
        { spots, radius: form % 4 === 2 ? 0.068 : 0.03 },
        form % 4 === 2 && padded ? () => j.cloth : timber(j, 40 + h),
        padded && form % 4 === 2 ? MATT : finishOf(j),
      ),
    );
  }
  return { parts, feet };
}

function stool(j: Joiner, form: number, camera: Camera): Built {
  const tall = [0.46, 0.66, 0.46, 0.44][form % 4] ?? 0.46;
  const bench = form % 4 === 3;
  const [w, d] = bench ? [0.46, 0.17] : [0.19, 0.19];
  const plan = bench ? seatPlan(w, w, d * 2) : ellipse(0, 0, w, d, 0, 60);
  const count = form % 4 === 2 ? 3 : 4;
  const parts: Part[] = [];
  const feet: (readonly [number, number])[] = [];
  for (let k = 0; k < count; k++) {
    const a = bench ? 0 : ((k + 0.5) / count) * Math.PI * 2 + 0.2;
    const [x, z] = bench
      ? [(k % 2 ? 1 : -1) * w * 0.82, (k < 2 ? 1 : -1) * d * 0.66]
      : [Math.cos(a) * w * 0.62, Math.sin(a) * w * 0.62];
    const out = bench ? 1.06 : 1.5;
    feet.push([x * out, z * out]);
    parts.push(
      stick(
        camera,
        {
          spots: [
            [x, tall - 0.02, z],
            [x * out, 0, z * out],
          ],
          radius: (t) => 0.022 - 0.007 * t,
        },
        timber(j, 7 + k),
        finishOf(j),
      ),
    );
    if (!bench && tall > 0.5) {
      const b = ((k + 1.5) / count) * Math.PI * 2 + 0.2;
      const r = w * 0.62 * 1.3;
      parts.push(
        stick(
          camera,
          {
            spots: [
              [Math.cos(a) * r, 0.22, Math.sin(a) * r],
              [Math.cos(b) * r, 0.22, Math.sin(b) * r],
            ],
            radius: 0.011,
          },
          timber(j, 17 + k),
          finishOf(j),
        ),
      );
    }
  }
  const padded = j.seat === 'upholstered';
  parts.push(
    slab(
      camera,
      plan,
      tall,
      padded ? 0.07 : 0.036,
      padded ? MATT : finishOf(j),
      seatColour(j),
      padded ? -0.3 : 0.2,
    ),
  );
  return { parts, feet };
}

function floorShadows(camera: Camera, spots: Built['feet']): readonly Shadow[] {
  const wide = Math.max(...spots.map(([x]) => Math.abs(x)));
  const deep = Math.max(...spots.map(([, z]) => Math.abs(z)));
  const under: Path = ellipse(0, 0, wide * 1.15, deep * 1.15, 0, 24).map(([x, z]) => spotOn(camera, x, z));
  const corners = spots.map(([x, z]) => spotOn(camera, x, z));
  return [
    dropped([under], camera.size * 0.1, -camera.size * 0.01, camera.size * 0.075, 0.34),
    ...corners.map(([x, y]) => contact(x, y, camera.size * 0.013, camera.size * 0.003, 0.6)),
    ...corners.map(([x, y]) => cast(x, y, camera.size * 0.017, camera.size * 0.34, 0.4, 0.32)),
  ];
}

const spotOn = (camera: Camera, x: number, z: number): Point => {
  const [px, py] = project(camera, [x, 0, z]);
  return [px, py];
};

function shoot(shot: Shot, build: (j: Joiner, form: number, camera: Camera) => Built, tall: boolean): void {
  const { sheet, rng, view, seed, form, product } = shot;
  const j = joiner(shot);
  const main = j.painted ?? j.wood.light;
  const tone = toneFor(main, rng, view === 2);
  const yaw = product.range(0.42, 0.62) * (product.chance(0.5) ? 1 : -1);
  const size = tall ? 1560 : form % 4 === 3 ? 1480 : form % 4 === 1 ? 1960 : 2250;
  const ground = view === 0 ? 'paper' : rng.pick(['oak', 'smoked', 'walnut', 'ash'] as const);
  const horizon = view === 2 ? 1330 : undefined;
  const camera: Camera =
    view === 2
      ? { x: 760, y: 1640, size: size * 0.86, yaw: -yaw * 0.9, pitch: 0.22 }
      : { x: 800, y: tall ? 1700 : 1610, size, yaw, pitch: 0.3 };
  const built = build(j, form, camera);
  drawBackdrop(sheet, {
    ground: view === 1 ? 'paper' : ground,
    tone,
    wall: tone,
    horizon,
    daylight: view === 2 ? rng.pick(['panes', 'leaves']) : 'even',
    shadows: view === 1 ? [] : floorShadows(camera, built.feet),
    seed,
  });
  const scene = (): void => assemble(sheet, built.parts);
  if (view !== 1) return scene();
  const [fx, fy] = project(camera, tall ? [0.02, 0.58, -0.05] : [0, form % 4 === 1 ? 0.56 : 0.38, 0]);
  sheet.zoom(fx, fy, 2, scene);
}

export const drawChair = (shot: Shot): void => shoot(shot, chair, true);
export const drawStool = (shot: Shot): void => shoot(shot, stool, false);
