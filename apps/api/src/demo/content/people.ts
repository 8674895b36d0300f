export interface DemoUser {
  /** Lower-case letters and digits. */
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly userType: 'vendor' | 'buyer';
  readonly address: string;
}

const person =
  (userType: DemoUser['userType']) =>
  (firstName: string, lastName: string, address: string): DemoUser => {
    const username = `${firstName}${lastName}`.toLowerCase().replace(/[^a-z0-9]/g, '');
    return { username, firstName, lastName, email: `${username}@example.com`, userType, address };
  };

const vendor = person('vendor');
const buyer = person('buyer');

export const DEMO_USERS: readonly DemoUser[] = [
  vendor('Hanna', 'Brandt', '14 Potteries Yard, Asheville, NC 28801'),
  vendor('Orla', 'Finch', '3 Chandler Wharf, Portland, ME 04101'),
  vendor('Tomas', 'Lindqvist', '88 Sawmill Road, Burlington, VT 05401'),
  vendor('Delphine', 'Roy', '209 Carriage Lane, Savannah, GA 31401'),
  vendor('Mateo', 'Silva', '512 SE Alder Street, Portland, OR 97214'),
  vendor('Darnell', 'Hayes', '1440 Michigan Avenue, Detroit, MI 48216'),
  vendor('Ingrid', 'Solheim', '27 Skyline Parkway, Duluth, MN 55802'),
  vendor('Callum', 'Macrae', '61 Lower Water Street, Halifax, NS B3J 1S5'),
  vendor('Paloma', 'Ortega', '730 Canyon Road, Santa Fe, NM 87501'),
  vendor('Beatrix', 'Lowe', '18 Wickenden Street, Providence, RI 02903'),
  vendor('Naia', 'Tanaka', '402 Pacific Avenue, Santa Cruz, CA 95060'),
  vendor('Ravi', 'Menon', '115 Highland Street, Marfa, TX 79843'),
  vendor('Wilma', 'Kessler', '46 North Queen Street, Lancaster, PA 17603'),
  vendor('Anselm', 'Price', '901 Williamson Street, Madison, WI 53703'),
  buyer('Amara', 'Okafor', '2218 Maple Avenue, Evanston, IL 60201'),
  buyer('Ben', 'Castellano', '77 Hope Street, Brooklyn, NY 11211'),
  buyer('Claire', 'Dubois', '310 Church Street, Burlington, VT 05401'),
  buyer('Dev', 'Patel', '1904 Guadalupe Street, Austin, TX 78705'),
  buyer('Elena', 'Petrova', '45 Beacon Street, Boston, MA 02108'),
  buyer('Femi', 'Adeyemi', '620 Peachtree Street, Atlanta, GA 30308'),
  buyer('Grace', 'Yoon', '1533 Fillmore Street, San Francisco, CA 94115'),
  buyer('Henrik', 'Dahl', '2401 Lyndale Avenue, Minneapolis, MN 55405'),
  buyer('Imogen', 'Blake', '9 Wharf Lane, Newport, RI 02840'),
  buyer('Jamal', 'Whitfield', '815 Elm Street, Cincinnati, OH 45202'),
  buyer('Keiko', 'Mori', '4120 Stone Way, Seattle, WA 98103'),
  buyer('Liam', 'Doyle', '56 Dorchester Avenue, Boston, MA 02127'),
  buyer('Maya', 'Rosen', '230 South Street, Philadelphia, PA 19147'),
  buyer('Noor', 'Haddad', '3300 Warren Avenue, Dearborn, MI 48126'),
  buyer('Oscar', 'Nyberg', '18 Lakeview Drive, Madison, WI 53704'),
  buyer('Priya', 'Raman', '702 Castro Street, Mountain View, CA 94041'),
  buyer('Quentin', 'Moreau', '1250 Esplanade Avenue, New Orleans, LA 70116'),
  buyer('Rosa', 'Jimenez', '418 Alameda Avenue, El Paso, TX 79901'),
  buyer('Silas', 'Greene', '67 Depot Street, Bozeman, MT 59715'),
  buyer('Tess', 'Marlowe', '144 Commercial Street, Provincetown, MA 02657'),
  buyer('Uma', 'Krishnan', '2950 Clarendon Boulevard, Arlington, VA 22201'),
  buyer('Victor', 'Lang', '509 Market Street, Denver, CO 80202'),
  buyer('Willa', 'Hart', '31 Prospect Street, Ithaca, NY 14850'),
  buyer('Xavier', 'Boone', '1017 Broadway, Nashville, TN 37203'),
  buyer('Yara', 'Nassar', '88 Queen Street West, Toronto, ON M5H 2M5'),
  buyer('Zoe', 'Fairbanks', '640 Willamette Street, Eugene, OR 97401'),
  buyer('Arthur', 'Pell', '22 Old Mill Road, Woodstock, VT 05091'),
  buyer('Bianca', 'Russo', '1390 Federal Hill, Providence, RI 02909'),
  buyer('Cyrus', 'Tehrani', '2745 Westwood Boulevard, Los Angeles, CA 90064'),
  buyer('Dora', 'Szabo', '118 Carson Street, Pittsburgh, PA 15203'),
  buyer('Eamon', 'Walsh', '5 Harbour View Road, Halifax, NS B3H 2G4'),
];
