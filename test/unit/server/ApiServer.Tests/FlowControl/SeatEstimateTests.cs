using Cybernetes.ApiServer.FlowControl;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Tests.FlowControl;

public sealed class SeatEstimateTests
{
    [Theory]
    [InlineData("get", "", 5000, 1)]
    [InlineData("watch", "", 5000, 1)]
    [InlineData("list", "", 0, 1)]
    [InlineData("list", "", 201, 3)]
    [InlineData("list", "", 5000, 10)]
    [InlineData("list", "?limit=50", 5000, 1)]
    [InlineData("list", "?limit=500", 400, 4)]
    [InlineData("list", "?limit=50&labelSelector=a", 250, 3)]
    [InlineData("deletecollection", "", 300, 3)]
    public void AListTakesASeatForEveryHundredObjectsItGoesThrough(string verb, string query, int stored, int seats) =>
        Assert.Equal(seats, SeatEstimate.Of(verb, new QueryParameters(query), stored));
}
