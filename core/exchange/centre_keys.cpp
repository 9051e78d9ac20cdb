// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/centre_keys.h"

#include "core/exchange/age_keys.h"
#include "core/exchange/minisign.h"

namespace songhe {

Result<CentreKeys> makeCentreKeys()
{
    const AgeIdentity identity = AgeIdentity::generate();
    const MinisignSecretKey signing = MinisignSecretKey::generate();
    // Without a password of its own: the file lies sealed under the centre's data key.
    ASSIGN_OR_RETURN(SecureBytes file, signing.file());
    return CentreKeys {identity.recipient().text(), identity.text(), signing.publicKey().text(), std::move(file)};
}

} // namespace songhe
