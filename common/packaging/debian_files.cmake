# The copyright and the changelog of the package, where Debian wants them; run by CPack.
set(doc "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/share/doc/khobao")
file(WRITE "${doc}/copyright"
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: khobao

Files: *
Copyright: 2026, the contributors of Kho Bao
License: GPL-2+
 This program is free software; you can redistribute it and/or modify it under
 the terms of the GNU General Public License as published by the Free Software
 Foundation; either version 2 of the License, or (at your option) any later
 version.
 .
 On Debian systems, the full text of the GNU General Public License version 2
 can be found in /usr/share/common-licenses/GPL-2.
")
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE "${doc}/changelog.Debian"
"khobao (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * See CHANGELOG.md.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")
foreach(file changelog.Debian)
  execute_process(COMMAND gzip -9nf "${doc}/${file}")
endforeach()
file(REMOVE "${doc}/LICENSE")
