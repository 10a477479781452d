#include "core/ucs_name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/paths.h"

namespace prolap {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// What CatIDs begin with, and the category. By prefix.
constexpr std::array kCategories = std::to_array<UcsCategory>({
    {"AERO", "AIRCRAFT"},     {"AIR", "AIR"},
    {"ALRM", "ALARMS"},       {"AMB", "AMBIENCE"},
    {"ANML", "ANIMALS"},      {"BEEP", "BEEPS"},
    {"BELL", "BELLS"},        {"BIRD", "BIRDS"},
    {"BLLT", "BULLETS"},      {"BNCE", "ARCHIVED"},
    {"BOAT", "BOATS"},        {"CERM", "CERAMICS"},
    {"CHAIN", "CHAINS"},      {"CHEM", "CHEMICALS"},
    {"CLOCK", "CLOCKS"},      {"CLOTH", "CLOTH"},
    {"CMPT", "COMPUTERS"},    {"COM", "COMMUNICATIONS"},
    {"CREA", "CREATURES"},    {"CRWD", "CROWDS"},
    {"DESTR", "DESTRUCTION"}, {"DIRT", "DIRT & SAND"},
    {"DOOR", "DOORS"},        {"DRWR", "DRAWERS"},
    {"DSGN", "DESIGNED"},     {"ELEC", "ELECTRICITY"},
    {"EQUI", "EQUIPMENT"},    {"EQUIP", "EQUIPMENT"},
    {"EXPL", "EXPLOSIONS"},   {"FART", "FARTS"},
    {"FEET", "FOOTSTEPS"},    {"FGHT", "FIGHT"},
    {"FIRE", "FIRE"},         {"FOLY", "FOLEY"},
    {"FOOD", "FOOD & DRINK"}, {"FRWK", "FIREWORKS"},
    {"GAME", "GAMES"},        {"GEO", "GEOTHERMAL"},
    {"GLAS", "GLASS"},        {"GORE", "GORE"},
    {"GUN", "GUNS"},          {"HAIL", "WEATHER"},
    {"HMN", "HUMAN"},         {"HORN", "HORNS"},
    {"ICE", "ICE"},           {"IR", "ARCHIVED"},
    {"LASR", "LASERS"},       {"LETHR", "LEATHER"},
    {"LIQ", "LIQUID & MUD"},  {"MACH", "MACHINES"},
    {"MAG", "MAGIC"},         {"MECH", "MECHANICAL"},
    {"METL", "METAL"},        {"MIX", "ARCHIVED"},
    {"MOTR", "MOTORS"},       {"MOVE", "MOVEMENT"},
    {"MUSC", "MUSICAL"},      {"NATD", "NATURAL DISASTER"},
    {"OBJ", "OBJECTS"},       {"PAPR", "PAPER"},
    {"PFX", "ARCHIVED"},      {"PLAS", "PLASTIC"},
    {"RAIN", "RAIN"},         {"RAW", "ARCHIVED"},
    {"REF", "ARCHIVED"},      {"ROBT", "ROBOTS"},
    {"ROCK", "ROCKS"},        {"ROPE", "ROPE"},
    {"RUBR", "RUBBER"},       {"SCI", "SCIFI"},
    {"SCNE", "ARCHIVED"},     {"SNOW", "SNOW"},
    {"SPRT", "SPORTS"},       {"STORM", "WEATHER"},
    {"SWSH", "SWOOSHES"},     {"TEST", "ARCHIVED"},
    {"THUN", "WEATHER"},      {"TMARK", "ARCHIVED"},
    {"TOOL", "TOOLS"},        {"TOON", "CARTOON"},
    {"TOY", "TOYS"},          {"TRN", "TRAINS"},
    {"UI", "USER INTERFACE"}, {"VEGE", "VEGETATION"},
    {"VEH", "VEHICLES"},      {"VOX", "VOICES"},
    {"WATR", "WATER"},        {"WEAP", "WEAPONS"},
    {"WHSH", "SWOOSHES"},     {"WHST", "WHISTLES"},
    {"WIND", "WIND"},         {"WING", "WINGS"},
    {"WIP", "ARCHIVED"},      {"WNDW", "WINDOWS"},
    {"WOOD", "WOOD"},         {"WTHR", "WEATHER"},
});

/// CatIDs that are a whole word, or whose ending means something of its own in this category.
constexpr std::array kWhole = std::to_array<Pair>({
    {"AMBPubl", "PUBLIC PLACE"},
    {"AMBRest", "RESTAURANT & BAR"},
    {"AMBSea", "SEASIDE"},
    {"AMBTran", "TRANSPORTATION"},
    {"ANMLCat", "CAT DOMESTIC"},
    {"BEEP", "GENERAL"},
    {"BIRDSong", "SONGBIRD"},
    {"BNCE", "BOUNCE"},
    {"BOATWash", "BOW WASH"},
    {"BOATAir", "AIR BOAT"},
    {"CLOCKMech", "MECHANICS"},
    {"CMPTDriv", "HARD DRIVE"},
    {"CMPTKey", "KEYBOARD & MOUSE"},
    {"COMTran", "TRANSCEIVER"},
    {"ELECBuzz", "BUZZ & HUM"},
    {"HAIL", "HAIL"},
    {"HORNAir", "AIR POWERED"},
    {"IR", "IMPULSE RESPONSE"},
    {"MIX", "MIX"},
    {"MUSCSong", "SONG & PHRASE"},
    {"MUSCChim", "CHIME"},
    {"MUSCWind", "WOODWIND"},
    {"OBJKey", "KEYS"},
    {"PFX", "PFX"},
    {"RAIN", "GENERAL"},
    {"RAINConc", "CONCRETE"},
    {"RAW", "RAW"},
    {"REF", "REFERENCE"},
    {"SCNE", "SCENE"},
    {"SPRTTrck", "TRACK & FIELD"},
    {"STORM", "STORM"},
    {"SWSH", "SWISH"},
    {"TEST", "TEST TONE"},
    {"THUN", "THUNDER"},
    {"TMARK", "TRADEMARKED"},
    {"TOONMx", "MUSICAL"},
    {"TOYMech", "MECHANICAL"},
    {"UIMvmt", "MOTION"},
    {"VEHBy", "GENERIC BY"},
    {"VEHTruck", "TRUCK VAN & SUV"},
    {"VOXLaff", "LAUGH"},
    {"WHSH", "WHOOSH"},
    {"WHSTMech", "MECHANICAL"},
    {"WIND", "GENERAL"},
    {"WIP", "WORK IN PROGRESS"},
    {"WNDWCover", "COVERING"},
    {"WTHR", "GENERAL"},
    {"FOODDrnk", "DRINKING"},
    {"FOLYFeet", "FEET"},
    {"FRWKComr", "COMMERCIAL"},
    {"CRWDLoop", "LOOP GROUP"},
});

/// Endings of CatIDs that are not simply the word itself. By ending.
constexpr std::array kEndings = std::to_array<Pair>({
    {"Actv", "ACTIVITY"},
    {"Amph", "AMPHIBIAN"},
    {"Amus", "AMUSEMENT"},
    {"Angl", "ANGELIC"},
    {"Angr", "ANGRY"},
    {"Anml", "ANIMAL"},
    {"Antq", "ANTIQUE"},
    {"Apls", "APPLAUSE"},
    {"Appl", "APPLIANCE"},
    {"Aqua", "AQUATIC"},
    {"Arcd", "ARCADE"},
    {"Armr", "ARMOR"},
    {"Arro", "ARROW"},
    {"Artl", "ARTILLERY"},
    {"Auto", "AUTOMATIC"},
    {"Av", "AUDIO VISUAL"},
    {"Aval", "AVALANCHE"},
    {"Bass", "BASS DIVE"},
    {"Batl", "BATTLE"},
    {"Bf", "BODYFALL"},
    {"Bike", "BICYCLE"},
    {"Bird", "BIRDSONG"},
    {"Blnt", "BLUNT"},
    {"Bram", "BRAAM"},
    {"Bridle", "BRIDLE & TACK"},
    {"Brk", "BREAK"},
    {"Brst", "BURST"},
    {"Brth", "BREATH"},
    {"Bubl", "BUBBLES"},
    {"Burn", "BURNING"},
    {"Buzr", "BUZZER"},
    {"Cab", "CABINET"},
    {"Cam", "CAMERA"},
    {"Cano", "CANNON"},
    {"Cas", "CASINO"},
    {"Cele", "CELEBRATION"},
    {"Cell", "CELLPHONE"},
    {"Chim", "CHIME"},
    {"Chld", "CHILDREN"},
    {"Chor", "CHORAL"},
    {"Clak", "CLACK"},
    {"Clik", "CLICK"},
    {"Clok", "CLOCK"},
    {"Clpse", "COLLAPSE"},
    {"Clth", "CLOTH"},
    {"Cmpt", "COMPUTER"},
    {"Cnst", "CONSTRUCTION"},
    {"Comb", "COMBUSTION"},
    {"Conv", "CONVERSATION"},
    {"Cook", "COOKING"},
    {"Crea", "CREATURE"},
    {"Crkl", "CRACKLE"},
    {"Crsh", "CRASH & DEBRIS"},
    {"Crwd", "CROWD"},
    {"Cry", "CRYING"},
    {"Diesl", "DIESEL"},
    {"Dino", "DINOSAUR"},
    {"Door", "DOORBELL"},
    {"Dran", "DRAIN"},
    {"Drgn", "DRAGON"},
    {"Dron", "DRONE"},
    {"Dsgn", "DESIGNED"},
    {"Dsrt", "DESERT"},
    {"Dungn", "DUNGEON"},
    {"Eat", "EATING"},
    {"Efrt", "EFFORTS"},
    {"Elec", "ELECTRIC"},
    {"Elem", "ELEMENTAL"},
    {"Elev", "ELEVATOR"},
    {"Emf", "ELECTROMAGNETIC"},
    {"Emrg", "EMERGENCY"},
    {"Enrg", "ENERGY"},
    {"Erie", "EERIE"},
    {"Escl", "ESCALATOR"},
    {"Ethr", "ETHEREAL"},
    {"Fall", "WATERFALL"},
    {"Fem", "FEMALE"},
    {"Fish", "FISHING"},
    {"Flp", "FLAP"},
    {"Flsh", "FLESH"},
    {"Fltr", "FLUTTER"},
    {"Forst", "FOREST"},
    {"Foun", "FOUNTAIN"},
    {"Frght", "FREIGHT"},
    {"Fric", "FRICTION"},
    {"Fuma", "FUMAROLE"},
    {"Furn", "FURNITURE"},
    {"Futz", "FUTZED"},
    {"Gear", "GEARS"},
    {"Glas", "GLASS"},
    {"Gras", "GRASS"},
    {"Gware", "GLASSWARE"},
    {"Hand", "HANDS"},
    {"Hart", "HEARTBEAT"},
    {"Hdwr", "HARDWARE"},
    {"Heli", "HELICOPTER"},
    {"Hist", "HISTORICAL"},
    {"Hmn", "HUMAN"},
    {"Hndl", "HANDLE"},
    {"Hors", "HORSE"},
    {"Hosp", "HOSPITAL"},
    {"Hsehld", "HOUSEHOLD"},
    {"Hspd", "HIGH SPEED"},
    {"Hydr", "HYDRAULIC & PNEUMATIC"},
    {"Ign", "IGNITE"},
    {"Impt", "IMPACT"},
    {"Ind", "INDUSTRIAL"},
    {"Indor", "INDOOR"},
    {"Ingr", "INGREDIENTS"},
    {"Insc", "INSECT"},
    {"Inst", "INSTRUMENT"},
    {"Int", "INTERIOR"},
    {"Jalop", "JALOPY"},
    {"Jewl", "JEWELRY"},
    {"Key", "KEYBOARD"},
    {"Knck", "KNOCK"},
    {"Knif", "KNIFE"},
    {"Kware", "KITCHENWARE"},
    {"Laff", "LAUGHTER"},
    {"Leaf", "LEAVES"},
    {"Lrg", "LARGE"},
    {"Ltch", "LATCH"},
    {"Lug", "LUGGAGE"},
    {"Lvr", "LEVER"},
    {"Mach", "MACHINE"},
    {"Mech", "MECHANISM"},
    {"Med", "MEDICAL"},
    {"Metl", "METAL"},
    {"Mic", "MICROPHONE"},
    {"Mil", "MILITARY"},
    {"Mnstr", "MONSTER"},
    {"Moto", "MOTORCYCLE"},
    {"Motr", "MOTORBOAT"},
    {"Mrkt", "MARKET"},
    {"Mudpot", "MUD POTS"},
    {"Mvmt", "MOVEMENT"},
    {"Naut", "NAUTICAL"},
    {"Offc", "OFFICE"},
    {"Offi", "OFFICE"},
    {"Pack", "PACKAGING"},
    {"Perc", "PERCUSSION"},
    {"Phono", "PHONOGRAPH"},
    {"Pis", "PISTOL"},
    {"Plas", "PLASTIC"},
    {"Plmb", "PLUMBING"},
    {"Pluk", "PLUCK"},
    {"Pneu", "PNEUMATIC"},
    {"Pole", "POLEARM"},
    {"Powr", "POWER"},
    {"Pres", "PRESENCE"},
    {"Prey", "BIRD OF PREY"},
    {"Prim", "PRIMATE"},
    {"Prisn", "PRISON"},
    {"Puly", "PULLEY"},
    {"Quak", "EARTHQUAKE"},
    {"Race", "RACING"},
    {"Radio", "RADIO"},
    {"Rckt", "ROCKET"},
    {"Rdnt", "RODENT"},
    {"Reac", "REACTION"},
    {"Rec", "RECREATIONAL"},
    {"Rept", "REPTILE"},
    {"Revl", "REVOLVING"},
    {"Rico", "RICOCHET"},
    {"Rif", "RIFLE"},
    {"Rise", "RISER"},
    {"Rlgn", "RELIGIOUS"},
    {"Rmbl", "RUMBLE"},
    {"Rolr", "ROLLER"},
    {"Room", "ROOM TONE"},
    {"Row", "ROWBOAT"},
    {"Rtch", "RATCHET"},
    {"Rurl", "RURAL"},
    {"Sail", "SAILBOAT"},
    {"Sbwy", "SUBWAY"},
    {"Schl", "SCHOOL"},
    {"Scrm", "SCREAM"},
    {"Shel", "SHELL"},
    {"Shim", "SHIMMER"},
    {"Shotg", "SHOTGUN"},
    {"Sing", "SINGING"},
    {"Sirn", "SIREN"},
    {"Sizz", "SIZZLE"},
    {"Slid", "SLIDING"},
    {"Smpl", "SAMPLE"},
    {"Sneez", "SNEEZE"},
    {"Snor", "SNORE"},
    {"Spel", "SPELL"},
    {"Splsh", "SPLASH"},
    {"Splt", "SPLAT"},
    {"Sprk", "SPARKS"},
    {"Sprt", "SPORT"},
    {"Sqk", "SQUEAK"},
    {"Sqsh", "SQUISH"},
    {"Srce", "SOURCE"},
    {"Srvo", "SERVO"},
    {"Stm", "STEAM"},
    {"Stngr", "STINGER"},
    {"Ston", "STONE"},
    {"Str", "STRINGED"},
    {"Strch", "STRETCH"},
    {"Sub", "SUBMARINE"},
    {"Subn", "SUBURBAN"},
    {"Suck", "SUCTION"},
    {"Suct", "SUCTION"},
    {"Supr", "SUPPRESSED"},
    {"Susp", "SUSPENSION"},
    {"Swmp", "SWAMP"},
    {"Swng", "SWINGING"},
    {"Swrd", "SWORD"},
    {"Swsh", "SWISH"},
    {"Swtch", "SWITCH"},
    {"Synth", "SYNTHETIC"},
    {"Tact", "TACTICAL"},
    {"Tech", "HITECH"},
    {"Telm", "TELEMETRY"},
    {"Telph", "TELEPHONE"},
    {"Thyp", "TYPHOON"},
    {"Tonl", "TONAL"},
    {"Torn", "TORNADO"},
    {"Trad", "TRADITIONAL"},
    {"Traf", "TRAFFIC"},
    {"Trch", "TORCH"},
    {"Trop", "TROPICAL"},
    {"Tsun", "TSUNAMI"},
    {"Turb", "TURBINE"},
    {"Tv", "TELEVISION"},
    {"Tware", "TABLEWARE"},
    {"Type", "TYPEWRITER"},
    {"Umbr", "UMBRELLA"},
    {"Undr", "UNDERGROUND"},
    {"Undwtr", "UNDERWATER"},
    {"Urbn", "URBAN"},
    {"Util", "UTILITY"},
    {"Vege", "VEGETATION"},
    {"Veh", "VEHICLE"},
    {"Volc", "VOLCANO"},
    {"Vox", "VOCAL"},
    {"Wade", "WADING"},
    {"Wagn", "WAGON"},
    {"War", "WARFARE"},
    {"Warb", "WARBLE"},
    {"Watr", "WATER"},
    {"Wcat", "CAT WILD"},
    {"Weap", "WEAPON"},
    {"Whis", "WHISTLE"},
    {"Whled", "WHEELED"},
    {"Whsh", "WHOOSH"},
    {"Wndw", "WINDOW"},
    {"Wntr", "WINTER"},
    {"Write", "WRITING"},
    {"Zipr", "ZIPPER"},
});

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

std::string_view valueOf(const auto& pairs, std::string_view key)
{
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.first == key; });
    return found == pairs.end() ? std::string_view() : found->second;
}

std::string capitals(std::string_view word)
{
    std::string text(word);
    for (char& c : text)
        if (isLower(c))
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// A part of a name as it may stand in a file name.
std::string partOf(std::string_view text, bool keepUnderscores)
{
    std::string part;
    for (const char c : text) {
        const bool unfit = static_cast<unsigned char>(c) < 0x20 ||
                           std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos ||
                           (c == '_' && !keepUnderscores);
        part += unfit ? '-' : c;
    }
    return part;
}

} // namespace

std::optional<UcsName> parseUcsCatId(std::string_view catId)
{
    std::size_t capitalsEnd = 0;
    while (capitalsEnd < catId.size() && isUpper(catId[capitalsEnd]))
        ++capitalsEnd;
    const bool bare = capitalsEnd == catId.size();
    if (!bare && (capitalsEnd < 2 ||
                  !std::all_of(catId.begin() + static_cast<std::ptrdiff_t>(capitalsEnd), catId.end(), isLower)))
        return std::nullopt;
    const std::string_view prefix = bare ? catId : catId.substr(0, capitalsEnd - 1);
    const std::string_view ending = catId.substr(prefix.size());
    const auto category =
        std::find_if(kCategories.begin(), kCategories.end(), [&](const UcsCategory& c) { return c.prefix == prefix; });
    if (category == kCategories.end())
        return std::nullopt;
    UcsName name;
    name.catId = catId;
    name.category = category->name;
    if (const std::string_view whole = valueOf(kWhole, catId); !whole.empty())
        name.subcategory = whole;
    else if (const std::string_view known = valueOf(kEndings, ending); !known.empty())
        name.subcategory = known;
    else
        name.subcategory = bare ? "GENERAL" : capitals(ending);
    return name;
}

std::optional<UcsName> parseUcsName(std::string_view stem)
{
    std::vector<std::string_view> blocks;
    for (std::size_t from = 0; blocks.size() < 5;) {
        const std::size_t to = blocks.size() == 4 ? std::string_view::npos : stem.find('_', from);
        blocks.push_back(stem.substr(from, to == std::string_view::npos ? to : to - from));
        if (to == std::string_view::npos)
            break;
        from = to + 1;
    }
    if (blocks.size() < 2 || blocks[1].empty())
        return std::nullopt;
    const std::size_t dash = blocks[0].find('-');
    const std::string_view catId = blocks[0].substr(0, dash);
    std::optional<UcsName> name = parseUcsCatId(catId);
    if (!name)
        return std::nullopt;
    if (std::all_of(catId.begin(), catId.end(), isUpper) && blocks.size() < 4)
        return std::nullopt;
    const auto block = [&](std::size_t i) { return i < blocks.size() ? validUtf8(blocks[i]) : std::string(); };
    if (dash != std::string_view::npos)
        name->userCategory = validUtf8(blocks[0].substr(dash + 1));
    name->fxName = block(1);
    name->creatorId = block(2);
    name->sourceId = block(3);
    name->userData = block(4);
    return name;
}

std::string ucsStem(const UcsName& name)
{
    std::string stem = partOf(name.catId, false);
    if (!name.userCategory.empty())
        stem.append(1, '-').append(partOf(name.userCategory, false));
    const std::array<std::string, 4> parts{partOf(name.fxName, false), partOf(name.creatorId, false),
                                           partOf(name.sourceId, false), partOf(name.userData, true)};
    std::size_t last = parts.size();
    while (last > 0 && parts[last - 1].empty())
        --last;
    for (std::size_t i = 0; i < last; ++i)
        stem.append(1, '_').append(parts[i]);
    return stem;
}

const std::vector<UcsCategory>& ucsCategories()
{
    static const std::vector<UcsCategory> all(kCategories.begin(), kCategories.end());
    return all;
}

} // namespace prolap
