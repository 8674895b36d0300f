import { picture, store } from '../catalogue';

const SIZES = { '8 oz': 0, '12 oz': 4 };

export const kilnAndEmber = store(
  'KE',
  {
    name: 'Kiln & Ember',
    vendor: 'hannabrandt',
    description:
      'Hanna throws every pot in a former tram shed and fires twice a month, so most shelves are empty by the second Sunday. The clay is a speckled stoneware from forty miles away; the glazes are mixed by the bucket and never quite repeat. Everything goes in the dishwasher, and chips are mended for free.',
    address: '14 Potteries Yard, Asheville, NC 28801',
    phone: '+1 828 555 0114',
    email: 'hello@kilnandember.example.com',
    shippingFee: '7.50',
    freeShippingOver: '90.00',
    seed: 1302,
  },
  [
    {
      name: 'Ember stoneware mug',
      category: 'Ceramics',
      price: '34.00',
      picture: picture('mug', 1, 'ember', 3),
      about:
        'A round-bellied mug that fits two hands on a cold morning. Thrown in speckled stoneware and glazed in an iron red that darkens where it runs thin at the lip. The handle takes three fingers without pinching. Holds its heat well; the foot is left bare and sanded smooth, so it will not scratch your table.',
      options: { Size: SIZES, Glaze: { Ember: 0, Oat: 0 } },
    },
    {
      name: 'Harbour breakfast mug',
      category: 'Ceramics',
      price: '32.00',
      picture: picture('mug', 0, 'harbour', 1),
      about:
        'Straight sides, a wide foot and a glaze the colour of deep water under cloud. This is the mug we use ourselves: stable beside a laptop, easy to wash, and large enough for porridge if it comes to that. Each one is thrown by hand, so heights differ by a few millimetres.',
      options: { Size: SIZES },
      stock: [12, 2],
    },
    {
      name: 'Moss dipped tumbler',
      category: 'Ceramics',
      price: '26.00',
      picture: picture('mug', 3, 'moss', 2),
      about:
        'A cup without a handle for tea, wine or a small bunch of flowers. The upper half is dipped in moss green and the rest shows the clay as it came off the wheel, sealed but not shiny. Thick enough to hold hot tea comfortably, thin enough at the lip to drink from with pleasure.',
      options: { Set: { Single: 0, 'Set of four': 70 } },
    },
    {
      name: 'Rosehip waisted cup',
      category: 'Ceramics',
      price: '33.00',
      picture: picture('mug', 4, 'rose', 1),
      about:
        'Nipped in at the waist so that it sits between thumb and finger before you even reach the handle. Two pinks meet in a soft line; the lower one is a shade of rosehip syrup and a little different in every firing. Good for flat whites, cordials and people who fidget.',
    },
    {
      name: 'Char espresso cup',
      category: 'Ceramics',
      price: '22.00',
      picture: picture('mug', 2, 'char', 4),
      about:
        'A small flared cup in near-black glaze, made for a double shot and a minute of quiet. The inside is pale, so you can see the crema. We tested eleven handles before keeping this one. It fits under the spout of most home machines: the cup is seven centimetres tall.',
      options: { Set: { Pair: 0, 'Set of four': 20 } },
      stock: [6, 0],
    },
    {
      name: 'Chalk ramen bowl',
      category: 'Ceramics',
      price: '42.00',
      picture: picture('bowl', 0, 'chalk', 2),
      about:
        'Deep enough for broth, noodles and everything you pile on top, with a foot high enough to carry when hot. The chalk glaze is matt outside and satin inside, and it does not mark with cutlery. Holds just over a quart to the brim; three quarters of that is a generous dinner.',
    },
    {
      name: 'Saffron pasta bowl',
      category: 'Ceramics',
      price: '38.00',
      picture: picture('bowl', 1, 'saffron', 1),
      about:
        'Wide, shallow and sunny: the bowl that plates everything from cacio e pepe to a fried egg. The rim turns in by a hair, which keeps sauce where it belongs. Yellow ochre over speckled clay gives a warm, slightly freckled surface that makes green food look very green indeed.',
      options: { Set: { Single: 0, 'Set of four': 105 } },
    },
    {
      name: 'Indigo footed fruit bowl',
      category: 'Ceramics',
      price: '74.00',
      picture: picture('bowl', 2, 'indigo', 3),
      about:
        'A bowl on a stem, as much a centrepiece as a place for oranges. It is thrown in two parts and joined while the clay is still damp. The blue is a cobalt slip under clear glaze, brushed on in one turn of the wheel; look closely and you can follow the brush.',
      stock: [3],
    },
    {
      name: 'Nesting prep bowls, sage',
      category: 'Kitchen',
      price: '68.00',
      picture: picture('bowl', 3, 'sage', 2),
      about:
        'Three bowls that live in the space of one. The largest takes a salad for two, the middle one an omelette in the making, the smallest your chopped parsley. Glazed all over except the foot rings, so they stack without sticking. Sold as a set, because a missing middle bowl is a sad thing.',
    },
    {
      name: 'Moon jar in oat',
      category: 'Ceramics',
      price: '128.00',
      picture: picture('vase', 1, 'oat', 2),
      about:
        'A nearly round jar, thrown as two bowls and joined at the widest point; if you run a finger along the inside you can feel the seam. The oat glaze pools and breaks over it differently each time. Watertight, heavy, and at its best with one branch or nothing at all.',
      options: { Height: { '20 cm': 0, '28 cm': 60 } },
      stock: [4, 1],
    },
    {
      name: 'Tall bottle vase, harbour',
      category: 'Ceramics',
      price: '86.00',
      picture: picture('vase', 0, 'harbour', 6),
      about:
        'A long neck that holds three stems upright without fuss. The glaze is poured, not dipped, and runs down the shoulder in slow curtains before it stops short of the foot. Stands thirty centimetres tall and is weighted low, so a curious cat has to mean it.',
    },
    {
      name: 'Little bud vase',
      category: 'Ceramics',
      price: '28.00',
      picture: picture('vase', 4, 'rose', 6),
      about:
        'For the one flower that broke off, the mint that wants rooting, the sprig somebody brought you. It is the first thing we teach apprentices to throw and the last thing we tire of making. Buy one, then find that three in a row on a windowsill is what you meant.',
      options: { Glaze: { Rose: 0, Chalk: 0, Moss: 0 } },
      stock: [9, 14, 2],
    },
    {
      name: 'Gourd vase in char',
      category: 'Ceramics',
      price: '94.00',
      picture: picture('vase', 5, 'char', 1),
      about:
        'Two soft swellings and a narrow mouth, after the bottle gourds that dry on our kitchen wall. The black is matt and velvety with a little brown showing at the edges. It takes dried grasses better than anything we make, and it looks finished when it is empty.',
    },
    {
      name: 'Ember amphora',
      category: 'Ceramics',
      price: '110.00',
      picture: picture('vase', 2, 'ember', 5),
      about:
        'High shoulders, a small foot and a flared lip: an old shape that still makes a supermarket bunch look considered. Fired slightly hotter than the mugs, so the iron glaze breaks from red to brown on the shoulder. It holds water and is happy in a hallway draught.',
      stock: [0],
    },
  ],
);
