#pragma once

#include <QWebEngineUrlRequestInterceptor>

namespace lectern::ui {

/// Decides about every request that a page makes. Denied is what is not named here: an article's
/// own page, the program's style sheets and fonts, images of the library and of the network (these
/// are redirected to lectern-image:, so that the engine itself never reaches the network).
class RequestGate final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;

    void interceptRequest(QWebEngineUrlRequestInfo &info) override;
};

} // namespace lectern::ui
