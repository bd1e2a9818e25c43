using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>DELETE of a collection: lists it, then deletes each object; one that is gone by then is no matter.</summary>
public sealed class DeleteCollectionVerb(ListVerb list, Deletion deletion)
{
    /// <summary>Deletes the collection, and answers with what was in it.</summary>
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var resource = context.Resource!;
        var listOptions = OptionsReader.List(context.Query);
        OptionsReader.Check(listOptions, isWatch: false);
        var options = DeleteVerb.ReadOptions(context);
        var selection = ObjectSelection.From(context, listOptions);
        var (metadata, found) = await list.ReadAsync(context, listOptions, selection, cancellationToken).ConfigureAwait(false);
        var deleted = new List<StoredObject>(found.Count);
        foreach (var stored in found)
        {
            var write = WriteFactory.From(context, resource, "", options) with
            {
                Namespace = stored.Object.Metadata.Namespace,
                Name = stored.Object.Metadata.Name,
                DryRun = !options.DryRun.IsEmpty,
            };
            try
            {
                await deletion.RunAsync(write, options, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException gone) when (gone.Reason == "NotFound")
            {
                continue;
            }

            deleted.Add(stored);
        }

        return new ListResponse(resource, metadata, deleted);
    }
}
