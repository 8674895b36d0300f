import type { DemoStore } from './catalogue';
import { dusklightStudio } from './stores/dusklight-studio';
import { fernQuarter } from './stores/fern-quarter';
import { grooveCellar } from './stores/groove-cellar';
import { kilnAndEmber } from './stores/kiln-and-ember';
import { lyeAndLather } from './stores/lye-and-lather';
import { marramGoods } from './stores/marram-goods';
import { northLightPress } from './stores/north-light-press';
import { oakAndAdze } from './stores/oak-and-adze';
import { paperWren } from './stores/paper-wren';
import { saltmarshLinen } from './stores/saltmarsh-linen';
import { theQuietShelf } from './stores/the-quiet-shelf';
import { thimbleAndChart } from './stores/thimble-and-chart';
import { tinAndTide } from './stores/tin-and-tide';
import { wickHouse } from './stores/wick-house';

export { DEMO_CATEGORIES, type DemoProduct, type DemoStore } from './catalogue';
export { DEMO_USERS, type DemoUser } from './people';
export { type DemoReview, reviewsOf } from './reviews';

/** Best first: the home page shows stores in this order. */
export const DEMO_STORES: readonly DemoStore[] = [
  kilnAndEmber,
  saltmarshLinen,
  oakAndAdze,
  dusklightStudio,
  tinAndTide,
  northLightPress,
  paperWren,
  wickHouse,
  fernQuarter,
  marramGoods,
  lyeAndLather,
  grooveCellar,
  thimbleAndChart,
  theQuietShelf,
];
