// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/package_writer.h"
#include "core/exchange/receipt_desk.h"

#include <functional>
#include <memory>

namespace songhe {

/// How big a city to invent.
struct CityPlan {
    int centres = 60; ///< 2 to 200
    int elders = 20;  ///< of each centre, 1 to 100,000; one in twenty, at least one, also goes to the next centre
    quint64 seed = 1;
    int year = 2021; ///< 2000 to 2100, lived from January to December
};

/// The district that the centres deliver to.
struct CityDistrict {
    QString recipient; ///< age1…
    QString publicKey; ///< RW…, signs the receipts
};

/// A centre as a district takes it up.
struct CityCentre {
    QString code;
    QString minisignKey;
};

/// Something a careful district must find after a round, by the code of the finding.
struct PlantedFinding {
    QString code;        ///< same_person, double_meal, sequence_gap, not_delivered
    QStringList centres; ///< sorted
    QString value;       ///< the day, the sequence number, the quarter; empty for a person

    [[nodiscard]] QJsonObject toJson() const;
    friend bool operator<(const PlantedFinding& left, const PlantedFinding& right);
    friend bool operator==(const PlantedFinding&, const PlantedFinding&) = default;
};

/// A receipt that a centre took over.
struct CityReceipt {
    QString centre;
    ReceiptReport report;
};

/// A whole city for trying a district: centres with their own keys and elders, each living a year and delivering four
/// quarters, with what goes wrong in a real city. By the last digit of a centre's number: 1 loses its stick of the
/// second quarter, 2 brings that one only with the fourth, 3 puts its first one on the stick again, of 4 a byte of it
/// was altered and the true file comes a round later, 5 never delivers the fourth. One in twenty elders is on the
/// books of two centres, and of every third pair of centres one of them eats at both on one day of each quarter.
class DemoCity {
    Q_DECLARE_TR_FUNCTIONS(songhe::DemoCity)

public:
    static constexpr int rounds = 4;

    /// Makes the centres below `folder`, which must be empty. `summaryOf` draws the packages' cover sheet, where given.
    static Result<std::unique_ptr<DemoCity>> found(const QString& folder, const CityPlan& plan,
                                                   const CityDistrict& district,
                                                   std::function<SummaryMaker(Session&)> summaryOf, Progress& progress);
    ~DemoCity();
    DemoCity(const DemoCity&) = delete;
    DemoCity& operator=(const DemoCity&) = delete;

    [[nodiscard]] std::vector<CityCentre> centres() const;
    /// Every centre lives quarter `round` (1 to 4, one after another), settles and signs its meals, and delivers into
    /// `stick`.
    Result<void> deliver(int round, const QString& stick, Progress& progress);
    /// Every centre takes its receipts from `folder`.
    Result<std::vector<CityReceipt>> takeReceipts(const QString& folder, Progress& progress);
    /// What a district that merged the rounds so far finds, sorted; nothing else.
    [[nodiscard]] std::vector<PlantedFinding> expected(int round) const;
    /// The centres (codes) whose file of this round is refused, as it stands on the stick.
    [[nodiscard]] QStringList altered(int round) const;
    /// The claims of the centre with that code, as they stand there.
    Result<std::vector<Claim>> claims(const QString& centre);

    /// The day of the office's work on a round: ten days after the quarter.
    [[nodiscard]] QDate officeDay(int round) const;

private:
    struct Centre;
    struct Shared;
    DemoCity(const CityPlan& plan, CityDistrict district, std::function<SummaryMaker(Session&)> summaryOf);
    Result<void> build(const QString& folder, Progress& progress);
    Result<void> addCentre(int number);
    Result<void> beginStory(Centre& centre);
    Result<void> welcomeShared();
    [[nodiscard]] Quarter quarter(int round) const { return {m_plan.year, round}; }
    [[nodiscard]] QDate sharedDay(const Shared& shared, int round, bool home) const;
    Result<void> live(std::size_t index, int round, Progress& progress);
    Result<void> claim(Centre& centre, int round, Progress& progress);
    Result<void> pack(std::size_t index, int round, const QString& stick, Progress& progress);
    Result<void> mishap(std::size_t index, int round, const QString& file, const QString& stick);
    [[nodiscard]] bool arrived(std::size_t index, int quarter, int round) const;
    void expectDeliveries(std::size_t index, int round, std::vector<PlantedFinding>& found) const;

    CityPlan m_plan;
    CityDistrict m_district;
    std::function<SummaryMaker(Session&)> m_summaryOf;
    QString m_folder;
    std::vector<std::unique_ptr<Centre>> m_centres;
    std::vector<Shared> m_shared;
};

/// Says what is out of bounds, before anything is made.
Result<void> checkCityPlan(const CityPlan& plan);

} // namespace songhe
