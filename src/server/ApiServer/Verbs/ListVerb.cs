using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>
/// GET of a collection. From memory: as new as the store without a resourceVersion, as it stands with "0", not older than any other. From the
/// store's history: exactly a version, and the further pages of a list.
/// </summary>
public sealed class ListVerb(RegistryServices services)
{
    /// <summary>Lists the collection.</summary>
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var options = OptionsReader.List(context.Query);
        OptionsReader.Check(options, isWatch: false);
        var selection = ObjectSelection.From(context, options);
        var page = await ReadAsync(context, options, selection, cancellationToken).ConfigureAwait(false);
        return new ListResponse(context.Resource!, page.Metadata, page.Items);
    }

    /// <summary>The objects of one page with the list's metadata.</summary>
    public async ValueTask<(ListMeta Metadata, IReadOnlyList<StoredObject> Items)> ReadAsync(
        RequestContext context, ListOptions options, ObjectSelection selection, CancellationToken cancellationToken)
    {
        var storage = context.Resource!.Storage!;
        if (options.Continue.Length > 0)
        {
            return await ContinueAsync(storage, options, selection, cancellationToken).ConfigureAwait(false);
        }

        if (options.ResourceVersionMatch == "Exact" || (options.Limit > 0 && options.ResourceVersionMatch.Length == 0 && options.ResourceVersion is not ("" or "0")))
        {
            var exact = GetVerb.ParseVersion(options.ResourceVersion);
            return await AtAsync(storage, exact, selection.Prefix, options, selection, cancellationToken).ConfigureAwait(false);
        }

        await WaitAsync(options.ResourceVersion, cancellationToken).ConfigureAwait(false);
        var (snapshot, revision) = (storage.Cache.Snapshot, services.Replica.Applied);
        var limit = options.ResourceVersion == "0" ? 0 : options.Limit;
        return Page(snapshot.Range(selection.Prefix), revision, limit, selection);
    }

    private async ValueTask WaitAsync(string version, CancellationToken cancellationToken)
    {
        if (version.Length > 0)
        {
            await GetVerb.WaitForAsync(services, version, cancellationToken).ConfigureAwait(false);
            return;
        }

        await services.Replica.WaitAsync(await services.NewestRevisionAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(ListMeta, IReadOnlyList<StoredObject>)> ContinueAsync(ResourceStorage storage, ListOptions options, ObjectSelection selection, CancellationToken cancellationToken)
    {
        var token = ContinueToken.Decode(options.Continue);
        if (options.ResourceVersion is not ("" or "0"))
        {
            throw ApiErrors.BadRequest("specifying resource version is not allowed when using continue");
        }

        var from = selection.Prefix + token.Start;
        if (token.Version == -1)
        {
            await WaitAsync("", cancellationToken).ConfigureAwait(false);
            return Page(storage.Cache.Snapshot.Range(selection.Prefix, from), services.Replica.Applied, options.Limit, selection);
        }

        try
        {
            return await AtAsync(storage, new Revision(token.Version), from, options, selection, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException expired) when (expired.Code == 410)
        {
            throw Inconsistent(new ContinueToken(-1, token.Start));
        }
    }

    private async ValueTask<(ListMeta, IReadOnlyList<StoredObject>)> AtAsync(
        ResourceStorage storage, Revision revision, string from, ListOptions options, ObjectSelection selection, CancellationToken cancellationToken)
    {
        var range = new KeyRange(storage.KeyOf(from), storage.KeyOf(selection.Prefix).PrefixEnd());
        RangeResult found;
        try
        {
            found = await services.Store.RangeAsync(new RangeRequest(range, revision), cancellationToken).ConfigureAwait(false);
        }
        catch (CompactedException)
        {
            throw ApiErrors.Expired("The resourceVersion for the provided list is too old.");
        }
        catch (StoreException future) when (future.Error == StoreError.FutureRevision)
        {
            throw ApiErrors.TooLargeResourceVersion(revision.ToString(), services.Replica.Applied.ToString());
        }

        var items = new List<StoredObject>(found.Items.Count);
        foreach (var item in found.Items)
        {
            items.Add(await storage.DecodeAsync(item, cancellationToken).ConfigureAwait(false));
        }

        return Page(items, revision, options.Limit, selection);
    }

    private static (ListMeta, IReadOnlyList<StoredObject>) Page(IEnumerable<StoredObject> objects, Revision revision, long limit, ObjectSelection selection)
    {
        var metadata = new ListMeta { ResourceVersion = revision.ToString() };
        var page = new List<StoredObject>();
        var rest = 0L;
        foreach (var stored in objects)
        {
            if (limit > 0 && page.Count == limit)
            {
                rest++;
                if (!selection.TakesAll)
                {
                    break;
                }
            }
            else if (selection.Matches(stored))
            {
                page.Add(stored);
            }
        }

        if (rest > 0)
        {
            metadata = metadata with
            {
                Continue = new ContinueToken(revision.Value, page[^1].Key[selection.Prefix.Length..] + "\0").Encode(),
                RemainingItemCount = selection.TakesAll ? rest : null,
            };
        }

        return (metadata, page);
    }

    private static ApiException Inconsistent(ContinueToken token)
    {
        var expired = ApiErrors.Expired(
            "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.");
        return new ApiException(expired.Status with { Metadata = new ListMeta { Continue = token.Encode() } });
    }
}
