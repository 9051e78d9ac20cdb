// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/audit_log.h"
#include "core/security/data_folder.h"
#include "core/security/envelope.h"
#include "core/security/keys.h"
#include "core/security/user.h"

namespace songhe {

/// Who the centre is; nothing here is secret.
struct CentreInfo {
    QString uuid;
    QString lineage; ///< a new UUID at each restore; stands in every later package
    QString code;    ///< as the district calls it
    QString name;
    QString division; ///< GB/T 2260
    QString ageRecipient;
    QString minisignPublicKey;
    bool demonstration = false;
};

/// The centre's own keys, made by core/exchange in the formats of age and minisign.
struct CentreKeys {
    QString ageRecipient;       ///< age1…
    SecureBytes ageIdentity;    ///< AGE-SECRET-KEY-1…
    QString minisignPublicKey;  ///< RW…
    SecureBytes minisignSecret; ///< as core/exchange keeps it
};

/// What a person types in the first-run wizard.
struct CentreSetup {
    QString name;
    QString code;
    QString division;
    QString userName;
    SecureBytes password;
    CentreKeys keys;
    bool demonstration = false;
    KdfCost cost = {};
};

/// A centre whose books are open: somebody has signed in, the data key is in memory. Ends with the object: keys are
/// wiped, the folder is free for the next program.
class Session {
    Q_DECLARE_TR_FUNCTIONS(songhe::Session)

public:
    /// Makes the centre with its first user and first site (of the centre's code). Gives the recovery key, which is
    /// shown once and stored nowhere.
    static Result<QString> create(DataFolder& folder, const CentreSetup& setup, const Clock& clock);

    /// `userName` may be empty where there is only one user. The folder must be held by the caller for as long.
    static Result<std::unique_ptr<Session>> signIn(const DataFolder& folder, const QString& userName,
                                                   const SecureBytes& password, const Clock& clock);
    /// The same for one data file by its path, as a restore needs it.
    static Result<std::unique_ptr<Session>> signInFile(const QString& storePath, const QString& userName,
                                                       const SecureBytes& password, const Clock& clock);
    /// With the printed key; whoever holds it acts as the first user and should set a new password at once.
    static Result<std::unique_ptr<Session>> recover(const DataFolder& folder, const QString& recoveryKey,
                                                    const Clock& clock);

    /// The keys leave the memory, the books stay open for who comes back: nothing sealed can be read or written until
    /// `resume`.
    void lock();
    [[nodiscard]] bool isLocked() const { return m_dataKey.isEmpty(); }
    /// Takes the keys of a session that the same user has just opened on the same file; `Refused` for anybody else.
    Result<void> resume(const Session& again);

    /// The same session for a worker thread: a connection and keys of its own. Call it on this thread, then use the
    /// result on that one alone.
    Result<std::unique_ptr<Session>> cloneForThread() const;

    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Ledger& ledger() { return *m_ledger; }
    AuditLog& audit() { return *m_audit; }
    Store& store() { return *m_store; }
    [[nodiscard]] const CentreInfo& centre() const { return m_centre; }
    [[nodiscard]] const User& user() const { return m_user; }
    /// A passphrase or another secret text that belongs to the centre, sealed for the table it is kept in.
    [[nodiscard]] QByteArray sealSecret(QByteArrayView secret, const QByteArray& purpose) const;
    Result<SecureBytes> openSecret(const QByteArray& sealed, const QByteArray& purpose) const;
    Result<SecureBytes> ageIdentity();
    Result<SecureBytes> minisignSecret();

    Result<User> addUser(const QString& name, const QString& role, const SecureBytes& password, KdfCost cost = {});
    Result<std::vector<User>> users();
    Result<void> changePassword(Id<User> user, const SecureBytes& password, KdfCost cost = {});

private:
    Session(std::unique_ptr<Store> store, SecureBytes dataKey, const Clock& clock);
    static Result<std::unique_ptr<Session>> opened(std::unique_ptr<Store> store, SecureBytes dataKey, Id<User> user,
                                                   const Clock& clock);
    static Result<void> addFirstSite(Ledger& ledger, const CentreSetup& setup);
    Result<void> readCentre();

    const Clock& m_clock;
    SecureBytes m_dataKey;
    CentreInfo m_centre;
    User m_user;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<EnvelopeSealer> m_sealer;
    std::unique_ptr<AuditLog> m_audit;
    std::unique_ptr<Ledger> m_ledger;
};

} // namespace songhe
