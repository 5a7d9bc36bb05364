/** Words that stand in names without telling whose they are, and words that begin sentences without being names. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Folded. Titles and offices: dropped from the front of a name, and never what it is recognised by. */
export const TITLES = set(`
  mr mrs ms miss mx dr prof professor sir dame lord lady president vice deputy prime minister premier chancellor secretary
  general gen colonel col captain capt major maj lieutenant lt admiral adm sergeant sgt commander chief marshal brigadier
  ambassador envoy governor gov senator sen representative rep congressman congresswoman mayor judge justice king queen
  prince princess emperor sheikh sultan ayatollah imam rabbi pope cardinal archbishop bishop father reverend rev saint st
  chairman chairwoman chair chairperson director spokesperson spokesman spokeswoman speaker commissioner
  councillor councilor counsellor state former acting interim first lady foreign defence defense finance trade interior home
  leader head assistant under undersecretary undersecretary-general secretary-general editor analyst mp mep hon dear fellow
  president-elect crown vice-president excellency majesty highness`);

/** Folded. Offices and ranks that stand before the name of whoever has them, whatever stands before them. */
export const OFFICES = set(`
  mr mrs ms dr prof president premier minister chancellor secretary ambassador envoy governor senator mayor king queen prince
  princess sheikh pope general colonel captain admiral director spokesperson spokesman spokeswoman commissioner chairman
  chairwoman chairperson professor leader`);

/** Folded. What bodies, places and documents are called after: too common to recognise a name by. */
export const COMMON_NAME_WORDS = set(`
  ministry ministries department office bureau agency authority committee commission council board court parliament assembly
  congress senate house government administration cabinet party union alliance organisation organization association
  federation foundation institute university college school academy centre center bank fund group company corporation corp
  inc ltd limited plc international national central federal regional local united nations world global economic
  political social cultural security foreign affairs trade development cooperation peace summit conference forum meeting
  treaty agreement convention accord act law bill article section chapter annex plan programme program project initiative
  policy report statement paper press news agency times post media television radio north south east west northern southern
  eastern western great new old upper lower republic kingdom state states province county district city town village region
  island islands sea ocean river lake mount mountain bay gulf strait peninsula street road avenue square hall palace airport
  port station hotel stadium people peoples public public's joint special high supreme grand royal free general
  army navy air force police military strategic partnership day year war of the and for in on at to de la le el al der
  von van der du da di do dos bin ibn abu`);

/** Folded. First words of sentences that are no names, and what is written with a capital for other reasons. */
export const NO_NAMES = set(`
  a an the this that these those it its he she they we you i his her their our your my some any all both each every no none
  many much most more few several such other another what which who whom whose where when why how whether if although though
  because since while as after before until till during once unless despite in on at by for from to with without within into
  onto over under above below between among against across through throughout along around about near beyond upon per via of
  off out up down and or but nor so yet not also too only just even still already again then thus hence therefore however
  moreover furthermore meanwhile instead otherwise nevertheless nonetheless indeed perhaps maybe earlier later today yesterday
  tomorrow tonight now here there recently previously currently finally eventually initially originally separately similarly
  additionally according asked speaking citing following including given amid amidst like unlike yes well one two three four
  five six seven eight nine ten eleven twelve hundreds thousands millions dozens first second third last next early late mid
  former new old key main major senior top high low good great big long short officials official police sources reports
  report state states people experts analysts critics observers leaders leader government governments authorities residents
  both bilateral trade talks relations ties under have has had is are was were be been do does did will would can could may
  might must shall should let lets see note photo file image picture source watch read more also-read related share
  approximately roughly nearly almost least exactly total overall half part parts none nobody everyone someone
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
  january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct
  nov dec am pm gmt utc covid ok context outcomes outcome reactions reaction outlook summary background assessment
  recommendation recommendations annex english spring summer autumn winter christmas easter ramadan god internet bible`);
