// The modules of Python's standard library, 3.9 to 3.14: `sys.stdlib_module_names` of CPython, and what was added and removed since.

/** Modules of every version from 3.9 to 3.14, private ones included. */
export const always: ReadonlySet<string> = new Set(
  `
    __future__ __main__ _abc _aix_support _android_support _apple_support _ast _ast_unparse _asyncio _bisect _blake2 _bootsubprocess _bz2 _codecs
    _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _colorize _compat_pickle _compression
    _contextvars _crypt _csv _ctypes _ctypes_test _curses _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib
    _frozen_importlib_external _functools _gdbm _hashlib _heapq _hmac _imp _interpchannels _interpqueues _interpreters _io _ios_support _json _locale
    _lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _opcode_metadata _operator _osx_support _overlapped _pickle
    _posixshmem _posixsubprocess _py_abc _py_warnings _pydecimal _pyio _pylong _pyrepl _queue _random _remote_debugging _scproxy _sha1 _sha256 _sha3
    _sha512 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _suggestions _symtable _sysconfig _testbuffer
    _testcapi _testinternalcapi _testmultiphase _thread _threading_local _tkinter _tokenize _tracemalloc _types _typing _uuid _warnings _weakref
    _weakrefset _winapi _zoneinfo _zstd abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar
    cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes curses
    dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions
    ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io
    ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt
    ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint
    profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets
    select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics
    string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios test textwrap this threading time timeit
    tkinter token tokenize trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref
    webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
  `
    .trim()
    .split(/\s+/),
);

/** The version that a module came with, after 3.9 (whatsnew/3.11, 3.14). */
export const addedIn: Readonly<Record<string, string>> = {
  tomllib: "3.11",
  annotationlib: "3.14",
  compression: "3.14",
};

/** The version that a module left the standard library with (PEP 594, 632; whatsnew/3.10 to 3.13). */
export const removedIn: Readonly<Record<string, string>> = {
  formatter: "3.10",
  parser: "3.10",
  symbol: "3.10",
  binhex: "3.11",
  asynchat: "3.12",
  asyncore: "3.12",
  distutils: "3.12",
  imp: "3.12",
  smtpd: "3.12",
  aifc: "3.13",
  audioop: "3.13",
  cgi: "3.13",
  cgitb: "3.13",
  chunk: "3.13",
  crypt: "3.13",
  imghdr: "3.13",
  lib2to3: "3.13",
  mailcap: "3.13",
  msilib: "3.13",
  nis: "3.13",
  nntplib: "3.13",
  ossaudiodev: "3.13",
  pipes: "3.13",
  sndhdr: "3.13",
  spwd: "3.13",
  sunau: "3.13",
  telnetlib: "3.13",
  uu: "3.13",
  xdrlib: "3.13",
};
