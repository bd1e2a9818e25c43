using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Decoding;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>POST to a collection.</summary>
public sealed class CreateVerb(RegistryServices services, Creation creation)
{
    /// <summary>Makes an object.</summary>
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var resource = context.Resource!;
        var options = OptionsReader.Create(context.Query);
        var sent = (IObject)BodyDecoder.Read(context, resource.Codec, options.FieldValidation);
        var metadata = sent.Metadata;
        metadata = metadata with { Namespace = NamespaceOf(context, metadata) };
        sent = sent.WithMetadata(metadata);
        sent = resource.Rules?.Default(sent) ?? sent;
        sent = FieldOwnership.OnCreate(sent, resource, ManagerName.Of(options.FieldManager, context.UserAgent), services.Time);
        var write = WriteFactory.From(context, resource, "", options) with
        {
            Namespace = metadata.Namespace,
            DryRun = !options.DryRun.IsEmpty,
        };
        var stored = await creation.RunAsync(write, resource.ToHub(sent), cancellationToken).ConfigureAwait(false);
        return new StoredResponse(201, resource, stored);
    }

    /// <summary>The namespace of a new object: the request's, which the body's must not contradict.</summary>
    internal static string NamespaceOf(RequestContext context, ObjectMeta metadata)
    {
        if (!context.Resource!.Namespaced)
        {
            return metadata.Namespace.Length == 0
                ? ""
                : throw ApiErrors.BadRequest("namespace is not allowed on this type");
        }

        return metadata.Namespace.Length == 0 || metadata.Namespace == context.Info.Namespace
            ? context.Info.Namespace
            : throw ApiErrors.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
    }
}
