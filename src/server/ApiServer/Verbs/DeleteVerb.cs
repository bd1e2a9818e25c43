using Cybernetes.Api;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Decoding;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>DELETE of an object.</summary>
public sealed class DeleteVerb(Deletion deletion)
{
    private static readonly KindCodec _options = Kinds.Find(DeleteOptions.Info.Kind)!;

    /// <summary>Deletes the object.</summary>
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var resource = context.Resource!;
        var options = ReadOptions(context);
        var write = WriteFactory.From(context, resource, "", options) with { DryRun = !options.DryRun.IsEmpty };
        var result = await deletion.RunAsync(write, options, cancellationToken).ConfigureAwait(false);
        var code = !result.Gone && options.OrphanDependents == false ? 202 : 200;
        if (!result.Gone || resource.DeletePolicy.ReturnsObject)
        {
            return new StoredResponse(code, resource, result.Object);
        }

        return new ObjectResponse(code, new Status
        {
            StatusValue = "Success",
            Details = new StatusDetails
            {
                Name = result.Object.Object.Metadata.Name,
                Group = resource.Kind.Group,
                Kind = resource.Info.Plural,
                Uid = result.Object.Object.Metadata.Uid,
            },
        });
    }

    /// <summary>The options of a deletion: the body's, or the query's where there is no body.</summary>
    internal static DeleteOptions ReadOptions(RequestContext context)
    {
        DeleteOptions options;
        if (context.BodyObject is DeleteOptions given)
        {
            options = given;
        }
        else if (context.Body.Length > 0)
        {
            options = (DeleteOptions)BodyDecoder.Read(context, _options, "Ignore");
        }
        else
        {
            options = OptionsReader.Delete(context.Query);
        }

        OptionsReader.Check(options);
        return options;
    }
}
