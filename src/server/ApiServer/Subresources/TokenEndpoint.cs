using Cybernetes.Api;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Authentication.Tokens;
using Cybernetes.ApiServer.Decoding;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Subresources;

/// <summary>POST to <c>serviceaccounts/NAME/token</c>.</summary>
internal sealed class TokenEndpoint(RegistryServices services, ServiceAccountTokenIssuer issuer)
{
    private static readonly KindCodec _codec = Kinds.Find(TokenRequest.Info.Kind)!;

    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var options = OptionsReader.Create(context.Query);
        var request = (TokenRequest)BodyDecoder.Read(context, _codec, options.FieldValidation);
        var write = Verbs.WriteFactory.From(context, context.Resource!, "token", options) with { DryRun = !options.DryRun.IsEmpty };
        request = await services.Admission.MutateAsync(write, AdmissionOperation.Create, request, null, cancellationToken).ConfigureAwait(false);
        await services.Admission.ValidateAsync(write, AdmissionOperation.Create, request, null, cancellationToken).ConfigureAwait(false);
        var (answer, refusal) = await issuer.IssueAsync(context.Info.Namespace, context.Info.Name, request, cancellationToken).ConfigureAwait(false);
        return refusal is null ? new ObjectResponse(201, answer!) : throw new ApiException(refusal);
    }
}
