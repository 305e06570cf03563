# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `cmake --install` puts where. Included by the CMakeLists.txt beside this folder, which
# makes the programs; catalogues and the decoder are installed where they are made.
#
#   bin/infotaulu                     what people and the unit call
#   libexec/infotaulu/infotaulu-desk  what it starts for everything but the screen
#   share/infotaulu/fonts/stack       fonts, in the order in which they are asked
#   share/infotaulu/fonts/desk        the same for the liaison's window
#   share/infotaulu/words/            word lists of the plain-language check
#   share/infotaulu/content-schema/   for editors and xmllint
#   share/man, bash completion, systemd units and user, and an example of the configuration
set(install_dir ${CMAKE_CURRENT_LIST_DIR})
set(install_made ${CMAKE_CURRENT_BINARY_DIR}/install)

install(TARGETS infotaulu DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS infotaulu-desk DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/infotaulu)
install(FILES ${PROJECT_SOURCE_DIR}/fonts/stack ${PROJECT_SOURCE_DIR}/fonts/desk
  DESTINATION ${CMAKE_INSTALL_DATADIR}/infotaulu/fonts)
install(FILES ${word_lists} DESTINATION ${CMAKE_INSTALL_DATADIR}/infotaulu/words)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/content-schema
  DESTINATION ${CMAKE_INSTALL_DATADIR}/infotaulu
  FILES_MATCHING PATTERN "*.xsd" PATTERN "*.xml" PATTERN "*.json" PATTERN "*.md" PATTERN "*.png")

configure_file(${install_dir}/infotaulu.1.in ${install_made}/infotaulu.1 @ONLY)
install(FILES ${install_made}/infotaulu.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${install_dir}/infotaulu.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME infotaulu)
install(FILES ${install_dir}/infotaulu.conf
  DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)

# systemd looks for units and users in lib/, also under /usr/local, and never in lib/<triplet>.
configure_file(${install_dir}/infotaulu.service.in ${install_made}/infotaulu.service @ONLY)
install(FILES ${install_made}/infotaulu.service ${install_dir}/infotaulu-x.service
              ${install_dir}/infotaulu-again.service DESTINATION lib/systemd/system)
install(FILES ${install_dir}/infotaulu.sysusers DESTINATION lib/sysusers.d
  RENAME infotaulu.conf)
