using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.ServiceAccounts;
using static Cybernetes.Controllers.ServiceAccounts.LegacyTokenDecision;

namespace Cybernetes.Controllers.Tests.ServiceAccounts;

public sealed class LegacyTokenTests
{
    private static readonly DateTimeOffset _now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan _year = TimeSpan.FromDays(365);

    private static Secret Token(string lastUsed = "", string invalidSince = "")
    {
        var labels = ValueMap.Of(("made", "long-ago"));
        labels = lastUsed.Length > 0 ? labels.With(TokenSecrets.LastUsedLabel, lastUsed) : labels;
        labels = invalidSince.Length > 0 ? labels.With(TokenSecrets.InvalidSinceLabel, invalidSince) : labels;
        return new Secret { Metadata = new ObjectMeta { Name = "t", CreationTimestamp = _now.AddYears(-9), Labels = labels } };
    }

    [Fact]
    public void ATokenIsKeptWhileItIsUsedThenNoLongerBelievedThenDeleted()
    {
        var tracked = _now.AddYears(-5);

        Assert.Equal(Verdict.Keep, Of(Token("2026-05-01"), tracked, _year, _now));
        Assert.Equal(Verdict.Invalidate, Of(Token("2025-05-01"), tracked, _year, _now));
        Assert.Equal(Verdict.Keep, Of(Token("2024-01-01", "2026-01-01"), tracked, _year, _now));
        Assert.Equal(Verdict.Delete, Of(Token("2024-01-01", "2025-01-01"), tracked, _year, _now));
    }

    [Fact]
    public void NoTokenIsCalledUnusedBeforeUsesWereToldForLongEnough() => Assert.Equal(Verdict.Keep, Of(Token(), _now.AddDays(-30), _year, _now));
}
