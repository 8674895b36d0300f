import { picture, store } from '../catalogue';

export const fernQuarter = store(
  'FQ',
  {
    name: 'Fern Quarter',
    vendor: 'mateosilva',
    description:
      'A glasshouse behind a bus stop, full of pots. We make planters for people who forget to water and for plants that forgive them: good drainage, proper saucers, clay that breathes. The plants in our pictures are from our own benches and travel badly, so we sell the pots and give the advice away.',
    address: '512 SE Alder Street, Portland, OR 97214',
    phone: '+1 503 555 0126',
    email: 'pots@fernquarter.example.com',
    shippingFee: '9.00',
    freeShippingOver: '110.00',
    seed: 5605,
  },
  [
    {
      name: 'Terracotta taper pot',
      category: 'Plants & Pots',
      price: '24.00',
      picture: picture('planter', 0, 'ember', 1),
      about:
        'The flowerpot, done properly: thick walls, a rolled rim to lift it by, and a hole you can put a finger through. Low-fired so that it breathes, which is what roots want. It will go white and mossy at the edges in time; scrub that off or, better, leave it.',
      options: { Diameter: { '14 cm': 0, '19 cm': 10, '24 cm': 22 } },
      stock: [30, 16, 2],
    },
    {
      name: 'Sage drum planter',
      category: 'Plants & Pots',
      price: '38.00',
      picture: picture('planter', 1, 'sage', 2),
      about:
        'Straight sides and a soft green glaze for plants that like to be looked at from across the room. There is a drainage hole with a cork, so it works as a pot or as a cover. The inside is unglazed and the foot is raised, so your sideboard keeps its varnish.',
    },
    {
      name: 'Indigo bowl planter',
      category: 'Plants & Pots',
      price: '46.00',
      picture: picture('planter', 2, 'indigo', 3),
      about:
        'Low and wide for things that spread: succulents, string of pearls, a small landscape of moss. The glaze is thick and glassy and settles in a dark line at the foot. Comes with a bag of grit for the bottom, because good drainage is most of gardening.',
    },
    {
      name: 'Footed chalk planter',
      category: 'Plants & Pots',
      price: '52.00',
      picture: picture('planter', 3, 'chalk', 1),
      about:
        'On a small pedestal that lifts a trailing plant off the shelf and lets water out underneath. The white is warm rather than bright and hides hard-water marks. Made for ferns; also seen holding wooden spoons, onions and, in one kitchen, a sleeping kitten.',
      stock: [3],
    },
    {
      name: 'Harbour dipped pot',
      category: 'Plants & Pots',
      price: '34.00',
      picture: picture('planter', 0, 'harbour', 2),
      about:
        'Pale slip below, sea glaze above, and a line between that is never quite level because the pot is dipped by hand. Water evaporates through the lower half, so it forgives heavy-handed watering. The saucer is included and matches, which is rarer than it should be.',
      options: { Diameter: { '14 cm': 0, '19 cm': 12 } },
    },
    {
      name: 'Rose windowsill drum',
      category: 'Plants & Pots',
      price: '22.00',
      picture: picture('planter', 1, 'rose', 5),
      about:
        'A small drum for a windowsill, sold singly or as three. They are glazed in the same pink but fired at different heights in the kiln, so a set is related rather than identical. Each has its own saucer. Basil, parsley and the third one you always kill: we suggest thyme.',
      options: { Set: { Single: 0, 'Set of three': 36 } },
    },
    {
      name: 'Olive tree tub, moss',
      category: 'Plants & Pots',
      price: '96.00',
      picture: picture('planter', 2, 'moss', 3),
      about:
        'Forty centimetres across and frost-proof to minus ten: a tub for the small tree you mean to keep. Cast in two halves and scraped by hand so that the surface catches light like bark. It weighs eleven kilos empty. Decide where you want it, then fill it.',
      stock: [1],
    },
    {
      name: 'Char pedestal pot',
      category: 'Plants & Pots',
      price: '49.00',
      picture: picture('planter', 3, 'char', 5),
      about:
        'A dark pot makes green look greener; there is no more to it than that. Matt black slip outside, bare clay inside, on a turned foot. It suits architectural plants: snake plant, aloe, one perfect cactus. Wipe it with a dry cloth, and it will not show fingers.',
    },
    {
      name: 'A year of houseplants',
      category: 'Books & Guides',
      price: '14.00',
      picture: picture('ebook', 1, 'moss', 1),
      digital: true,
      about:
        'What to do in each month, for forty common plants, written at the potting bench by someone who has killed most of them once. When to water less, when to repot, and how to read a yellow leaf. One hundred and twelve pages as EPUB and PDF, with drawings instead of stock photographs.',
      options: { Format: { 'EPUB and PDF': 0 } },
    },
  ],
);
