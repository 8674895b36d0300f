import { picture, store } from '../catalogue';

const VINYL = { Black: 0, 'Coloured, limited': 6 };

export const grooveCellar = store(
  'GC',
  {
    name: 'Groove Cellar',
    vendor: 'darnellhayes',
    description:
      'A label and a shop in the basement of a shop. We press three hundred of most things and repress when people write in. The sleeves are printed next door, the music is recorded mostly after dark, and the sample packs are what was left on the tape.',
    address: '1440 Michigan Avenue, Detroit, MI 48216',
    phone: '+1 313 555 0142',
    email: 'cellar@groovecellar.example.com',
    shippingFee: '4.50',
    freeShippingOver: '75.00',
    seed: 6708,
  },
  [
    {
      name: 'Low Tide Radio: Night Ferry',
      category: 'Music',
      price: '27.00',
      picture: picture('vinyl', 4, 'harbour', 1),
      about:
        'Nine instrumentals recorded between midnight and the first crossing: brushed drums, upright bass, an organ with one bad key they wrote around. It is a record for driving home or for not going out. 180 g vinyl in a heavy sleeve, with a download code inside.',
      options: { Pressing: VINYL },
      stock: [20, 3],
    },
    {
      name: 'The Almanac Trio: Harvest Moon Sessions',
      category: 'Music',
      price: '25.00',
      picture: picture('vinyl', 7, 'indigo', 2),
      about:
        'Piano, cello and a drummer who mostly listens. Taped live in a grange hall over two evenings in September; you can hear crickets on side two, and we left them in. Quiet music with a long memory. Pressed at 45 rpm on two discs for the low end.',
    },
    {
      name: 'Marisol Vega: Patio Songs',
      category: 'Music',
      price: '26.00',
      picture: picture('vinyl', 9, 'saffron', 3),
      about:
        'Twelve songs on nylon strings, sung in the courtyard of the house where she learned them. Three are hers, the others older than anyone’s grandmother. The insert has the words in both languages and a recipe for the lemonade that gets mentioned in track four.',
      options: { Pressing: VINYL },
    },
    {
      name: 'Square Dances for Machines',
      category: 'Music',
      price: '24.00',
      picture: picture('vinyl', 5, 'ember', 4),
      about:
        'A compilation of ten Detroit producers who were each lent the same drum machine for one weekend. The rule was no other instruments; two people cheated beautifully. Loud, funny and very good on a big system. Comes with a poster of the machine, which survived.',
      stock: [0, 6],
    },
    {
      name: 'Fieldnotes, Vol. 2: Ridge and Valley',
      category: 'Music',
      price: '23.00',
      picture: picture('vinyl', 0, 'sage', 5),
      about:
        'Field recordings and slow guitar from eleven days on foot. You will hear frost on a tent, a sawmill waking up and one extremely close owl. We are told it is the only thing that makes a certain baby sleep. Sleeve notes give a map and the weather for each track.',
    },
    {
      name: 'Odessa Wren: Paper Moons',
      category: 'Music',
      price: '28.00',
      picture: picture('vinyl', 2, 'rose', 6),
      about:
        'Torch songs with the torch turned down. Her voice is close enough to touch, the band is three rooms away, and the arrangements leave space to put the kettle on. Her first record in nine years and worth every one of them. First pressing, numbered by hand.',
      stock: [2],
    },
    {
      name: 'Dusty Keys sample pack',
      category: 'Digital downloads',
      price: '18.00',
      picture: picture('samples', 0, 'saffron', 1),
      digital: true,
      about:
        'Two hundred and forty loops and single notes from a 1971 electric piano with a cough. Recorded dry, through its own amplifier, and through a tape machine that runs slightly fast. 24-bit WAV, labelled with key and tempo, free of royalties for anything you make.',
    },
    {
      name: 'Cellar Drums sample pack',
      category: 'Digital downloads',
      price: '22.00',
      picture: picture('samples', 0, 'indigo', 2),
      digital: true,
      about:
        'One drummer, four kits, a low ceiling. Three hundred hits and ninety loops at six tempos, with the room microphones on separate files so that you can decide how big the basement is. 24-bit WAV plus mappings for the usual samplers. Free of royalties.',
      options: { Edition: { Loops: 0, 'Loops and multitracks': 14 } },
    },
    {
      name: 'Weather tape loops',
      category: 'Digital downloads',
      price: '12.00',
      picture: picture('samples', 0, 'sage', 3),
      digital: true,
      about:
        'Rain on five different roofs, wind in two kinds of wire, and a long thunderstorm that nearly cost us a microphone. Forty seamless loops on quarter-inch tape, transferred with the hiss left in. For films, songs, and people who cannot sleep in quiet rooms.',
    },
  ],
);
