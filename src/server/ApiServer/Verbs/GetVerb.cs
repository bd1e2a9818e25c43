using System.Globalization;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>GET of one object: from memory for any resourceVersion, current without one.</summary>
public sealed class GetVerb(RegistryServices services)
{
    /// <summary>Finds the object.</summary>
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var resource = context.Resource!;
        return new StoredResponse(200, resource, await FindAsync(context, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The stored object that a request names.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public async ValueTask<StoredObject> FindAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var (info, storage) = (context.Info, context.Resource!.Storage!);
        var key = storage.CacheKey(info.Namespace, info.Name);
        var version = context.Query["resourceVersion"] ?? "";
        if (version.Length > 0)
        {
            await WaitForAsync(services, version, cancellationToken).ConfigureAwait(false);
            return storage.Cache.Snapshot.Find(key) ?? throw ApiErrors.NotFound(context.Resource.GroupResource, info.Name);
        }

        var found = await services.Store.GetAsync(storage.KeyOf(key), cancellationToken: cancellationToken).ConfigureAwait(false);
        return found.Item is null
            ? throw ApiErrors.NotFound(context.Resource.GroupResource, info.Name)
            : await storage.DecodeAsync(found.Item, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits, a short while, until the caches hold a version.</summary>
    /// <exception cref="ApiException">The text is no version, or it does not come.</exception>
    internal static async ValueTask WaitForAsync(RegistryServices services, string version, CancellationToken cancellationToken)
    {
        var wanted = ParseVersion(version);
        if (services.Replica.Applied >= wanted)
        {
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            await services.Replica.WaitAsync(wanted, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ApiErrors.TooLargeResourceVersion(version, services.Replica.Applied.ToString());
        }
    }

    /// <summary>Reads a resourceVersion.</summary>
    internal static Revision ParseVersion(string version) =>
        ulong.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Revision((long)Math.Min(number, long.MaxValue))
            : throw ApiErrors.BadRequest($"invalid resource version: {VersionError(version)}");

    /// <summary>What is wrong with a resourceVersion that is no number.</summary>
    internal static string VersionError(string version) =>
        $"resourceVersion: Invalid value: {Api.Machinery.GoText.Quote(version)}: strconv.ParseUint: parsing {Api.Machinery.GoText.Quote(version)}: invalid syntax";
}
