using Cybernetes.ApiServer.Printing;

namespace Cybernetes.ApiServer.Tests.Printing;

public sealed class HumanDurationTests
{
    [Theory]
    [InlineData(-5, "<invalid>")]
    [InlineData(-1, "0s")]
    [InlineData(119, "119s")]
    [InlineData(120, "2m")]
    [InlineData(125, "2m5s")]
    [InlineData(10 * 60 + 1, "10m")]
    [InlineData(3 * 3600, "3h")]
    [InlineData(3 * 3600 + 60, "3h1m")]
    [InlineData(9 * 3600 + 60, "9h")]
    [InlineData(49 * 3600, "2d1h")]
    [InlineData(30 * 86400, "30d")]
    [InlineData(900L * 86400, "2y170d")]
    public void ShowsAtMostTwoUnits(long seconds, string expected) => Assert.Equal(expected, HumanDuration.Of(TimeSpan.FromSeconds(seconds)));
}
