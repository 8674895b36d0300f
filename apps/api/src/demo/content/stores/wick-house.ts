import { picture, store } from '../catalogue';

const SIZES = { '6 oz': 0, '10 oz': 10 };

export const wickHouse = store(
  'WH',
  {
    name: 'Wick House',
    vendor: 'delphineroy',
    description:
      'Candles poured at a kitchen table that grew into a pantry, then a carriage house. We use beeswax and rapeseed, cotton wicks and scents that smell of places rather than puddings. Every batch is burned to the bottom by somebody here before it is sold to you.',
    address: '209 Carriage Lane, Savannah, GA 31401',
    phone: '+1 912 555 0170',
    email: 'pour@wickhouse.example.com',
    shippingFee: '5.90',
    freeShippingOver: '60.00',
    seed: 4504,
  },
  [
    {
      name: 'Cedar & smoke jar candle',
      category: 'Candles & Scent',
      price: '28.00',
      picture: picture('candle', 0, 'saffron', 1),
      about:
        'A cabin an hour after the fire went out: cedar, a little birch tar, cold air. Poured in amber glass that throws a warm light up the wall and makes a decent pencil pot afterwards. Burns for about forty-five hours; trim the wick to the width of a match first.',
      options: { Size: SIZES },
      stock: [18, 3],
    },
    {
      name: 'Fig orchard stoneware candle',
      category: 'Candles & Scent',
      price: '42.00',
      picture: picture('candle', 1, 'moss', 2),
      about:
        'Green fig leaf and the milk that runs out of the stem when you pick one, in a cup made for us by a potter down the road. When the wax is gone, wash it with hot water and drink your coffee from it. Refills cost less than half and come in paper.',
      options: { Kind: { Candle: 0, 'Candle and refill': 18 } },
    },
    {
      name: 'Beeswax pillar, hive gold',
      category: 'Candles & Scent',
      price: '24.00',
      picture: picture('candle', 2, 'saffron', 3),
      about:
        'Nothing but beeswax, from two keepers we know by name. It smells faintly of honey unlit and more so as it burns, and it drips very little if kept out of a draught. A white bloom on the surface is the wax breathing; a warm hand rubs it off.',
      options: { Height: { '12 cm': 0, '18 cm': 10 } },
    },
    {
      name: 'Salt & driftwood travel tin',
      category: 'Candles & Scent',
      price: '16.00',
      picture: picture('candle', 3, 'harbour', 1),
      about:
        'A beach in October, in a tin that shuts. Twenty hours of light for hotel rooms, power cuts and tents (outside the tent, please). The lid doubles as a stand. We keep one in the glove box and one in the drawer with the torches, and so should you.',
      stock: [2],
    },
    {
      name: 'Rose geranium pillar',
      category: 'Candles & Scent',
      price: '22.00',
      picture: picture('candle', 2, 'rose', 4),
      about:
        'Dyed with madder and scented with the leaf rather than the flower: green first, rose only as an afterthought. A steady pillar for the middle of the table that stays sociable through a long meal. Set it on a plate; all pillars have opinions about tablecloths.',
    },
    {
      name: 'Midnight library candle',
      category: 'Candles & Scent',
      price: '38.00',
      picture: picture('candle', 1, 'indigo', 1),
      about:
        'Old paper, floor polish, a leather chair and, somewhere, a pipe nobody is allowed to smoke. The most asked-for scent we make, in a dark blue stoneware cup. Long evenings use up about an eighth of it, so one candle is roughly three Russian novels.',
    },
    {
      name: 'Orange blossom reed diffuser',
      category: 'Candles & Scent',
      price: '36.00',
      picture: picture('diffuser', 0, 'ember', 2),
      about:
        'A round flask and a handful of rattan reeds that scent a hallway for three months without anyone remembering to light anything. Orange blossom, petitgrain and a little wood to keep it honest. Turn the reeds on Sundays. The glass is heavy and hard to knock over.',
    },
    {
      name: 'Sage & rain reed diffuser',
      category: 'Candles & Scent',
      price: '36.00',
      picture: picture('diffuser', 1, 'sage', 9),
      about:
        'The five minutes after a storm on a dry hillside. Clary sage, wet stone and a trace of vetiver, carried by a base without alcohol so that it does not shout. For bathrooms and desks. Refills come in a plain bottle for a third less.',
      options: { Kind: { Diffuser: 0, Refill: -12 } },
      stock: [11, 24],
    },
    {
      name: 'Charcoal tall diffuser',
      category: 'Candles & Scent',
      price: '44.00',
      picture: picture('diffuser', 2, 'char', 3),
      about:
        'Black tea, charred oak and bergamot in a tall smoked bottle for the rooms that need something grown up. It lasts four months in an ordinary room. We supply eight reeds; start with four and add the rest when you have guests.',
      stock: [0],
    },
  ],
);
