import { picture, store } from '../catalogue';

const METAL = { 'Gold vermeil': 0, 'Sterling silver': -6 };

export const tinAndTide = store(
  'TT',
  {
    name: 'Tin & Tide',
    vendor: 'naiatanaka',
    description:
      'Jewellery hammered, not cast, at a bench that looks at the sea if you lean. Naia works in recycled silver and brass and fires her own enamel in a kiln the size of a toaster. Pieces are light, because earrings you take off at lunch are not earrings.',
    address: '402 Pacific Avenue, Santa Cruz, CA 95060',
    phone: '+1 831 555 0119',
    email: 'bench@tinandtide.example.com',
    shippingFee: '3.90',
    freeShippingOver: '80.00',
    seed: 2207,
  },
  [
    {
      name: 'Tide hoop earrings',
      category: 'Jewellery',
      price: '64.00',
      picture: picture('earrings', 0, 'saffron', 1),
      about:
        'Slightly oval hoops, forged from round wire and planished until they catch light along one edge. Hollow would be lighter and solid would be heavier; these are drawn thin, which is neither. They close with a hook you can find in the dark.',
      options: { Metal: METAL },
      stock: [10, 2],
    },
    {
      name: 'Indigo drop earrings',
      category: 'Jewellery',
      price: '72.00',
      picture: picture('earrings', 1, 'indigo', 2),
      about:
        'A drop of deep blue enamel on a short stem that swings when you turn your head. Each is fired four times and polished between firings, so the colour seems to sit a little below the surface. Nickel-free hooks. They weigh less than a dime apiece.',
    },
    {
      name: 'Sunset arch earrings',
      category: 'Jewellery',
      price: '46.00',
      picture: picture('earrings', 2, 'ember', 3),
      about:
        'Three arches, one inside the other: rust clay, cream clay, hammered metal in the middle. Polymer clay sounds unpromising until you pick one up. Sealed, sanded and light; they have survived a swim, although we do not recommend it.',
    },
    {
      name: 'Hammered disc earrings',
      category: 'Jewellery',
      price: '58.00',
      picture: picture('earrings', 3, 'rose', 4),
      about:
        'Small discs, domed and struck with a ball hammer until they look like the sea at noon. They throw light onto your neck when the sun is low. The marks are made by hand, so left and right are sisters, not twins.',
      options: { Metal: METAL },
    },
    {
      name: 'Willow leaf earrings',
      category: 'Jewellery',
      price: '62.00',
      picture: picture('earrings', 4, 'sage', 5),
      about:
        'Long leaves cut from sheet, veined with a chisel and curled very slightly so they hang as leaves do. They are thin enough to move and work-hardened enough to keep their shape. Brushed finish; a soft cloth brings it back.',
      stock: [0],
    },
    {
      name: 'Pebble stack earrings',
      category: 'Jewellery',
      price: '44.00',
      picture: picture('earrings', 5, 'harbour', 6),
      about:
        'Four beads, small to large to small, in two blues with brass between them like grains of sand. Made of glass that Naia rolls herself, so the sizes are a little approximate. Cheerful without being loud. Hooks can be changed for clips on request.',
    },
    {
      name: 'Wave-line hoop necklace',
      category: 'Jewellery',
      price: '88.00',
      picture: picture('necklace', 0, 'harbour', 1),
      about:
        'A single forged ring on a fine cable chain, worn at the collarbone. The ring moves along the chain, so it is always where you left it or just beside. The clasp is large enough to work with wet hands. A good first present for someone you are still getting to know.',
      options: { Length: { '42 cm': 0, '50 cm': 6 } },
    },
    {
      name: 'Indigo drop necklace',
      category: 'Jewellery',
      price: '94.00',
      picture: picture('necklace', 1, 'indigo', 5),
      about:
        'The enamel drop from the earrings, half as big again, on a chain that disappears. Blue enough to be noticed and small enough to forget you have it on. Each drop takes two days between the first sifting of the powder and the last polish.',
      stock: [3, 7],
      options: { Length: { '42 cm': 0, '50 cm': 6 } },
    },
    {
      name: 'Beaten sun pendant',
      category: 'Jewellery',
      price: '102.00',
      picture: picture('necklace', 3, 'ember', 2),
      about:
        'A disc the size of a quarter, hammered from the middle outwards until it domes by itself. On the back there is room for a letter or a date, engraved by hand at no charge. It warms to the skin in about a minute and then you stop noticing it.',
      options: { Metal: METAL },
    },
    {
      name: 'Bay leaf pendant',
      category: 'Jewellery',
      price: '86.00',
      picture: picture('necklace', 4, 'moss', 3),
      about:
        'One leaf, modelled on the tree by the door and veined with a tool made from a dentist’s pick. It hangs slightly to one side, as a leaf would. Recycled metal throughout, and the box is the tin that the tea came in.',
    },
  ],
);
