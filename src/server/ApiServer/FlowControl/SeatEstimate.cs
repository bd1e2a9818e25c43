using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.FlowControl;

/// <summary>How many seats a request takes (KEP-1040): a list as many as it goes through objects, everything else one. Pure.</summary>
internal static class SeatEstimate
{
    private const int MaxSeats = 10;
    private const int ObjectsPerSeat = 100;

    /// <summary>The seats of a request for a resource of which <paramref name="stored"/> objects are stored.</summary>
    public static int Of(string verb, QueryParameters query, int stored)
    {
        if (verb is not ("list" or "deletecollection"))
        {
            return 1;
        }

        var limit = int.TryParse(query["limit"], out var asked) && asked > 0 ? Math.Min(asked, stored) : stored;
        var isNarrowed = query["fieldSelector"] is { Length: > 0 } || query["labelSelector"] is { Length: > 0 };
        var objects = limit == stored ? stored : isNarrowed ? stored + limit : 2 * limit;
        return Math.Clamp((objects + ObjectsPerSeat - 1) / ObjectsPerSeat, 1, MaxSeats);
    }
}
